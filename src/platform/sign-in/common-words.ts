/**
 * What lists of stolen passwords are mostly made of, in letters only: the words, names, teams and keyboard walks that people choose,
 * before they add figures and signs. With such additions these make well over the three thousand commonest passwords of twelve
 * characters or more.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  password passwort passw pass pwd secret letmein welcome login logon signin admin administrator root user username guest test
  testing tester default changeme change temp temporary access account private secure security enter open sesame master system
  server computer laptop internet network windows microsoft google facebook apple iphone samsung android office work company
  business manager service support hello hallo goodbye please thanks thankyou whatever nothing something anything forever always
  never iloveyou ilove iloveu loveyou love lover lovely babe baby babygirl babyboy honey sweet sweetie sweetheart darling angel
  princess prince queen king kingdom hero superman batman spiderman pokemon starwars star stars moon sun sunshine sunny rainbow
  flower flowers butterfly dragon monkey tiger lion eagle falcon horse puppy doggy dog kitty kitten cat cats dogs fish bird
  bear panda rabbit bunny shadow midnight magic mystery diamond silver golden gold purple orange yellow green blue black white red
  pink brown summer winter spring autumn january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday football soccer cricket rugby tennis hockey baseball basketball golf
  racing ferrari porsche mercedes bmw audi ford honda toyota yamaha liverpool arsenal chelsea everton tottenham spurs hotspur
  united city manchester manunited newcastle leeds villa astonvilla westham rangers celtic swansea cardiff sunderland fulham
  london england britain british wales scotland ireland europe america canada australia india china paris berlin york newyork
  birmingham bristol sheffield nottingham leicester oxford cambridge brighton
  charlie george jack harry oliver thomas james william jacob daniel joshua joseph samuel alexander matthew andrew michael david
  richard robert john johnny paul peter mark steven stephen kevin brian anthony christopher chris nicholas nick benjamin ben adam
  luke ryan jordan nathan callum liam connor dylan kieran lewis scott craig stuart simon martin robbie danny jason justin
  jessica emily sophie olivia chloe emma charlotte lucy amy megan hannah lauren bethany georgia rebecca rachel sarah laura
  victoria elizabeth katie kate catherine nicola michelle nicole natalie samantha stephanie jennifer jenny ashley amanda
  danielle melissa vanessa maria marie anna julie susan linda barbara margaret mohammed muhammad ali ahmed fatima aisha maryam
  family mother father mummy daddy mum dad mama papa sister brother children child kids son daughter wife husband friend friends
  bestfriend grandma grandad nan granddad jesus christ god heaven blessed bless faith church allah freedom peace hope dream
  dreams happy happiness smile lucky life live mylife music guitar drummer rock metal metallica nirvana beatles eminem linkin
  linkinpark blink slipknot chocolate cookie cookies cheese banana apples cherry strawberry pepper ginger coffee beer vodka
  whisky pizza sugar candy peanut butter pumpkin jasmine daisy rose lily poppy ruby amber crystal pearl
  trustno trustnoone killer hunter ranger soldier warrior ninja pirate wizard gandalf matrix merlin phoenix thunder lightning
  fire water earth wind storm ocean river mountain forest garden house home street school college university student teacher
  nurse doctor police army navy marine money cash rich million bank credit
  mediation mediator mediate mediators miam court family separation divorce client clients counsel
  qwerty qwertz azerty qwertyuiop qwert asdf asdfgh asdfghjkl asdfghjk zxcv zxcvbn zxcvbnm qaz wsx edc rfv tgb yhn qazwsx
  qazwsxedc qwe asd zxc wasd poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcdef abcdefg abcdefgh xyz aaa xxx
  correcthorsebatterystaple the my our your is are and for you me we this that it i am a to in of on one two three four five six
  seven eight nine ten new old big little super mega best good great cool sexy hot bad crazy number first
  `
    .trim()
    .split(/\s+/),
)
