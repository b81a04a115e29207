import type { Tables } from '../../../platform/database/tables.gen.ts'

export type PricedItem = Tables['price']['item']

/** What a service charges for, in the order in which a person meets it. */
export const pricedItems: Readonly<Record<PricedItem, string>> = {
  miam: 'First meeting (MIAM), each person',
  session: 'Mediation session, each person',
  summary: 'Summary of what was agreed, each person',
  parenting_plan: 'Parenting plan, each person',
  financial_statement: 'Open financial statement, each person',
}
export const pricedItemKeys = Object.keys(pricedItems) as PricedItem[]

/** A price from a day on. */
export interface Price {
  readonly item: PricedItem
  readonly amountPence: number
  /** ISO date. */
  readonly inForceFrom: string
}

/** Of dated prices, the one of each item in force on a day. Of two from the same day the earlier in the list counts. */
export function pricesOn(prices: readonly Price[], today: Temporal.PlainDate): Price[] {
  const day = today.toString()
  return pricedItemKeys.flatMap((item) => {
    const begun = prices.filter((price) => price.item === item && price.inForceFrom <= day)
    const latest = begun.reduce<Price | undefined>(
      (best, price) => (best === undefined || price.inForceFrom > best.inForceFrom ? price : best),
      undefined,
    )
    return latest ? [latest] : []
  })
}
