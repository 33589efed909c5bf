/** English words that carry no topic, plus what people say around a wish ("something", "please", "recommend"). Folded, unstemmed. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any anyone anything are as at be because been before being below
  between both but by can could did do does doing down during each either else ever every few for from further get got
  had has have having he her here hers herself him himself his how however i if in into is it its itself just let ll me
  might more most must my myself neither no nor not now of off on once one only or other our ours ourselves out over own
  re s same shall she should so some somebody someone something still such t than that the their theirs them themselves
  then there these they this those though through thus to too under until up upon us ve very was we were what whatever
  when where whether which while who whom whose why will with within without would yet you your yours yourself
  yourselves
  dont doesnt didnt cant couldnt wont wouldnt isnt arent wasnt werent im ive id youre youve
  find give good great like likes liked looking maybe need please recommend really show similar stuff suggest
  tell thing things want wanted`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
