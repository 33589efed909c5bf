/**
 * Words so common in talk that they are taken for a title, a surname or a misspelling only with a further sign
 * (a quotation mark, a capital, a verb that asks for one).
 */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `a able about above across action actor actress actually adventure after again against age ago agree air all allow almost alone
  along already also always am amazing american among an and angry animal animated animation another answer any anybody anymore
  anyone anything anyway apart are area aren arent arm around art as ask asked at ate away awful baby back bad ball band bank
  based basic be beach bear beat beautiful became because become bed been before began begin behind being believe best bet better
  between beyond big bird birth bit black blood blow blue board boat body book books bore bored boring born both bottom bought
  box boy boys break bring british broken brother brothers brought brown build bus business but buy by call called came can cannot
  cant car card care cart case cast cat catch cause central certain chance change character cheap cheaper check child children
  choice choose city class classic clean clear close closer club cold color come comedy comes coming common compare cool copy
  corner cost could couldnt count country couple course crazy cream crime cry cult cup cut dad dance danger dangerous dark darker
  date daughter dawn day days dead deal dear death decade deep did didnt die different dinner directed director dirty do does
  doesnt dog doing dollar dollars done dont door double down drama dream dress drink drive drop dry due during each ear early
  earth easy eat edge eight either eleven else end ending english enjoy enjoyed enough epic especially even evening ever every
  everybody everyone everything evil ex except exit extra eye eyes face fact fair fall family famous fan fancy far fast fat
  father favorite favourite fear feel feeling feet few fifth fight film films final find fine fire first fish five fix flat fly
  follow food foot for foreign forever forget form found four fourth free french fresh friday friend friends from full fun funny
  further future game games gem gems gentle german get getting ghost giant gift girl girls give given go god going gold gone
  good got gothic great green ground group grow guess guy guys had hair half hand hands hang happen happens happy hard has hate
  hated have havent having he head hear heard heart heavy held hell hello help her here hero hey hi hidden high him his history
  hit hold home hope horror horse hot hotel hour hours house how however huge human hundred hurt husband i ice id idea if ill im in
  indie inside instead interested interesting into is isnt it item items its ive japanese job join joke journey july june just
  keep kid kids kill killed killer killing kind king kiss knew knife know known korean lady land language last late lately later
  latest laugh law lead leave left leg length less let lets letter lie life light like liked lines list listen little live lives
  living local long longer look looking lose loss lost lot lots love loved lovely low luck lucky lunch machine mad made magic
  main make makes man many march mark married match matter may maybe me mean meant meet men met middle might mild mind mine
  minute minutes miss mix moment money monster month mood moon more morning most mother mouth move movie movies much mum murder
  music musical must my myself mystery name near need needs neither never new newer next nice night nine no nobody noir none nor
  north not note nothing now number obscure odd of off office often oh ok okay old older on once one ones only open or order
  original other others our out outside over own page part party past pay peace people per perfect perhaps person pick picture
  piece place plan play please plot plus point police poor popular power prefer pretty price private problem public pull push put
  quality queen question quick quiet quite rain rare rate rated rating ratings read ready real really reason recent recently
  recommend red remember remove rest return review rich ride right ring river road rock romance romantic room round run running
  sad safe said same save saw say says scary scene school sci science screen sea search season seat second secret see seeing seen
  sell send sense sequel sequels serial series serious set setting seven several sex shadow shall she ship shop short shorter shot should show
  side sign silent silly similar simple since sing sister sit six size skin skip sky sleep slow small smart smell smile smooth
  snow so soft soldier some somebody someone something sometimes somewhere son song soon sort sorry soul sound south space speak
  special speed spend spirit sport spring spy stand star stars start starts state stay step still stop story straight strange
  street strong stuff style subject such suggest suggestions summer sun sure surprise surprised sweet swim system take taken
  takes talk tall team tell ten than thank thanks that thats the theater their them then there theres these they theyre thing
  things think third this those though thought thousand three thriller through thrown thursday till time times tired title to
  today together told tomorrow tonight too took tool top total touch tough town toy track trade train trash travel treat tree
  tried trip trouble true trust truth try trying turn tv twelve twenty twice two type uncle under understand underrated united
  until up upon us use used using usual usually vampire very video view violence violent visit voice wait walk wall want wanted
  wants war warm was wash wasnt watch watched watching water way we wear weather web wedding week weekend weird well went were
  werent west western westerns what whatever whats when where which while white who whole whos why wide wife wild will win wind
  window winter wise wish with within without woman women wonder wonderful wont wood word words work working world worse worst
  worth would wouldnt write writer wrong yeah year years yellow yes yesterday yet you young your hill hills rose field fields hunter baker bridge bridges woods forest rush hunt cage wolf lane banks stone stones cook wells marsh bush winters hawk swan sharp swift noble savage stern bell bean grant grace loves hates burns burn works lived runs plays looks close means needs wants helps ends turns youre yours youth zero`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
