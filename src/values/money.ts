import { done, type Outcome, refused } from './outcome.ts'

/** Money: whole pence, possibly negative (a refund). Never a fraction: a penny lost to binary is a penny unaccounted for. */
export type Pence = number

export type MoneyReason = 'money.empty' | 'money.notAmount' | 'money.negative' | 'money.tooMuch'

/** The largest amount that a person may type, ten million pounds; it leaves room in a 32-bit column. */
export const largestAmount: Pence = 1_000_000_000

const amount = /^(?<pounds>\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.(?<pence>\d{1,2}))?$/

/** Reads an amount in pounds, `£1,234.50` or `1234.5`. A comma parts thousands only. */
export function readMoney(typed: string): Outcome<Pence, MoneyReason> {
  const words = typed.normalize('NFKC').replace(/[\s£]/gu, '')
  if (words === '') return refused('money.empty')
  if (/^[-−(]/.test(words)) return refused('money.negative')
  const parts = amount.exec(words)?.groups
  if (!parts?.pounds) return refused('money.notAmount')
  const pence = Number(parts.pounds.replaceAll(',', '')) * 100 + Number((parts.pence ?? '').padEnd(2, '0'))
  return pence > largestAmount ? refused('money.tooMuch') : done(pence)
}

/** Pounds and pence as in a column of figures: `£1,234.50`, `£120.00`, `−£3.00`. Throws on a fraction of a penny. */
export function formatMoney(pence: Pence): string {
  if (!Number.isSafeInteger(pence)) throw new RangeError('money is whole pence')
  const digits = String(Math.abs(pence)).padStart(3, '0')
  const pounds = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${pence < 0 ? '−' : ''}£${pounds}.${digits.slice(-2)}`
}

/** The same in running text, where whole pounds stand alone: `£120`. */
export const formatMoneyInText = (pence: Pence): string => formatMoney(pence).replace(/\.00$/, '')
