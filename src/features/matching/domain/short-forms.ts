import { plainName } from './plain-name.ts'

/**
 * Given names and what people with them are called in England and Wales, as the list stood on 21 November 2026. Small on purpose: a
 * name that is one slip from its short form, or sounds like it, is found without. Each line is one name in all its forms.
 */
const forms = `
abigail abby abbie gail
alexander alex alec sandy xander sacha
alexandra alex sandra sandy lexi
alfred alf alfie fred
andrew andy drew
anthony antony tony
barbara barb babs
benjamin ben benny
bernard bernie
catherine katherine kathryn catrin cathy kathy kate katie kit kitty
charles charlie chas chuck
charlotte charlie lottie
christine christina chris tina chrissie
christopher chris kit topher
daniel dan danny
david dave davey dai dafydd dewi
deborah debra deb debbie
dorothy dot dottie dolly
edward ed eddie ted teddy ned
eleanor ellie nell nora
elizabeth elisabeth liz lizzie beth betty betsy libby eliza lisa elspeth bess
emily em emma
frances fran frankie
francis frank frankie
frederick fred freddie
geoffrey jeffrey geoff jeff
gerald gerry jerry
gwendolyn gwen
harold harry hal
helen nell ellen elen
henry harry hal hank
isabel isabella isobel izzy bella
jacqueline jackie jacqui
james jim jimmy jamie
janet jan
jennifer jen jenny
jessica jess jessie
john jack johnny jon ieuan ifan sion
jonathan jon jonny
joseph joe joey
joshua josh
judith judy
kenneth ken kenny
laurence lawrence larry laurie
leonard len lenny
margaret maggie meg peggy marge mags megan greta
martin marty
mary molly polly mair
matilda tilly mattie
matthew matt
michael mike mick micky
mohammed mohammad muhammad mo
nathaniel nathan nat
nicholas nick nicky
nicola nicky nikki
oliver olly ollie
olivia liv livvy
pamela pam
patricia pat patsy trish tricia
patrick pat paddy
peter pete
philip phillip phil pip
philippa pippa pip
rachel rach
raymond ray
rebecca becky becca bex
richard rich rick ricky dick
robert rob robbie bob bobby bert
ronald ron ronnie
rosemary rose rosie
samantha sam sammy
samuel sam sammy
sarah sara sally sadie
stephanie steph
stephen steven steve
susan suzanne sue susie
theodore theo ted
theresa teresa terry tess tessa
thomas tom tommy
timothy tim timmy
valerie val
victoria vicky vikki tori
vincent vince
virginia ginny
walter wally walt
william will bill billy liam wilf gwilym
winifred winnie freda
zachary zach zac
`

const byForm = new Map<string, string[]>()
for (const line of forms.trim().split('\n')) {
  const names = line.split(' ')
  for (const name of names) byForm.set(name, [...new Set([...(byForm.get(name) ?? []), ...names])])
}

/** A word of a name and the other forms that the same person may go by, itself first. */
export function formsOf(word: string): string[] {
  const plain = plainName(word)
  return [...new Set([plain, ...(byForm.get(plain) ?? [])])]
}
