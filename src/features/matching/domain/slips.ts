/** Whether two words are the same but for one slip of the finger: a letter too many, too few, another, or two the wrong way round. */
export function oneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [[...one], [...other]] : [[...other], [...one]]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = (letters: string[], from: number) => letters.slice(from).join('')
  if (long.length > short.length) return rest(short, at) === rest(long, at + 1)
  if (at === short.length) return true
  if (rest(short, at + 1) === rest(long, at + 1)) return true
  const turned = short[at] === long[at + 1] && short[at + 1] === long[at]
  return turned && rest(short, at + 2) === rest(long, at + 2)
}
