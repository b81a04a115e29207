/** Whole pence as pounds: `£120`, `£1,250.50`, `−£5`. */
export function pounds(pence: number): string {
  if (!Number.isSafeInteger(pence)) throw new RangeError('money is a whole number of pence')
  const amount = Math.abs(pence)
  const whole = Math.floor(amount / 100).toLocaleString('en-GB')
  const rest = amount % 100
  return `${pence < 0 ? '−' : ''}£${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}
