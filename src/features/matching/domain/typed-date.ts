const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as people type it in one line, `7/4/1981`, `7 April 1981` or `1981-04-07`, as ISO text; null when there is no such day. */
export function dateOfWords(text: string): string | null {
  const [first = '', second = '', third = ''] = text.trim().split(/[/.\- ]+/)
  const [year, month, day] = first.length === 4 ? [first, second, third] : [third, second, first]
  const inWords = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  try {
    const parts = { year: Number(year), month: inWords || Number(month), day: Number(day) }
    return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
