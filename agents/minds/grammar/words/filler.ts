/** Words that say nothing about what somebody looks for, so that they never become search text. */
export const FILLER: ReadonlySet<string> = new Set(
  `stream streaming rent renting buy buying directing written scripted script appear appears appearing alongside dealing taking sorted sort ordered starting start wed theyd youd story stories tale tales flick flicks watchlist wishlist remind a about above actually after again all almost along already also although always am an and another any anybody anyone anything anyway
  are around as at available away awesome back be because been before being best better big bit both bunch but by can cant come could
  decent did do does doesnt doing done dont down each easy either else enough especially et etc even ever every everyone everything
  example fancy far feel feeling few fine find for from fun get give given go going gonna good got great guess guys had happen
  has have havent having he hello help her here hey hi him his hmm how however i id idea ideas if ill im in instead interested
  interesting into is isnt it items its ive just keep kind kinda kinds know lately least less let lets like list little look looking lot
  lots ma made make many matter may maybe me mean might mine mood more most mostly much must my need new next nice no nor
  not nothing now of off often oh ok okay old on once one ones only onto or order other others otherwise our out over own perhaps
  person pick picks please plenty possible possibly prefer preferably pretty probably put quick quite random rather ready really
  recommend recommendation recommendations recommended request right said same saw say search see seem seems seen set shall she should
  show similar since so some somebody someone something sometime sort soon sorry still stuff style such suggest suggestion suggestions
  sure surprise take talk tell than thank thanks that thats the their them then there theres these they thing things think this those
  though thought time title titles to today tonight too top total try trying type types ugh uh um under until up upon us use used usual
  very via want wanted wants was wasnt watch watched watching way we week weekend well went were what whatever whats when where which
  while who whole whose why will with within without wont would wow ya yeah yep yes yet you your youre evening night day friday
  saturday sunday spend afternoon maybe mind wanna involving featuring feature strictly solely purely merely simply honestly literally basically wouldnt couldnt shouldnt arent werent aint hurt unless non hold barely hardly spare enough couple gonna gotta meant bad ideally husband wife girlfriend boyfriend break showing goes live lives looks sounds seems add care same first mum dad asap together wait nope nah meh sec afternoon hmm hm er erm huh lol haha btw set focused centered based revolve revolves related
  gave giving themed theme based kid contains contain containing full rated called named either bored both stars star run runs running ran last lasts lasting long takes plays playing`.split(
    /\s+/,
  ),
);
