import { z } from 'zod'
import { oneOf, requiredText } from '../../../../platform/web/field-schemas.ts'
import { ScrollArea } from '../../../../ui/components/scroll-area.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { plainDate } from '../../../../ui/dates.ts'
import { DateField, SelectField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { pounds } from '../../../../ui/money.ts'
import { readMoney } from '../../../../values/money.ts'
import { setPrice } from '../../actions/set-price.ts'
import { priceHistory, type Recorded } from '../../data/settings-history.ts'
import { type Price, type PricedItem, pricedItemKeys, pricedItems, pricesOn } from '../../domain/prices.ts'
import { type Names, settersOf, whoSet } from './history.tsx'
import type { SettingsPage } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'
import { dateValues, wholeDateField } from './whole-date.ts'

interface Shown {
  readonly prices: readonly Recorded<Price>[]
  readonly today: Temporal.PlainDate
  readonly names: Names
}

const items = pricedItemKeys as [PricedItem, ...PricedItem[]]

const amountMissing = 'Enter a price in pounds, like 120 or 82.50'

/** What was typed, in pence. */
const amount = requiredText(amountMissing, 20).transform((typed, context) => {
  const money = readMoney(typed)
  if (money.done) return money.value
  context.addIssue({ code: 'custom', message: amountMissing })
  return z.NEVER
})

const form = z
  .object({ item: oneOf(items, 'Choose what the price is for'), amount })
  .and(wholeDateField('from', 'Enter the day from which the price holds'))
  .transform((sent): Price => ({ item: sent.item, amountPence: sent.amount, inForceFrom: sent.from }))

/** What the service charges, from which day. */
export const pricesPage = (tools: SettingsTools): SettingsPage<Price, Shown, 'past'> => ({
  path: '/office/settings/prices',
  title: () => 'Prices',
  button: 'Set this price',
  back: { href: '/office/settings', text: 'Settings' },
  load: (request) =>
    request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => {
      const prices = await priceHistory(scope)
      const names = await tools.staffNames(scope, settersOf(prices))
      return { shown: { prices, today: request.today, names }, values: dateValues('from', request.today) }
    }),
  schema: () => form,
  act: (request, price) => setPrice(request.desk, request.staff.id, { key: request.form.key, price }),
  refusals: {
    past: { field: 'from', message: 'The price must begin today or later: what people were told before stays true' },
  },
  done: () => '/office/settings/prices?saved=prices',
  fields: (state) => <PriceFields form={state} />,
  below: (shown) => <PriceTable {...shown} />,
})

const PriceFields = ({ form: state }: { readonly form: FormState }) => (
  <>
    <SelectField
      form={state}
      name="item"
      label="What for"
      items={[
        { value: '', text: 'Choose' },
        ...pricedItemKeys.map((item) => ({ value: item, text: pricedItems[item] })),
      ]}
    />
    <TextField
      form={state}
      name="amount"
      label="Price"
      hint="With VAT, where you charge it. 0 when it is free"
      prefix="£"
      width={5}
      inputmode="decimal"
    />
    <DateField form={state} name="from" legend="From which day" hint="Today or later" />
  </>
)

const PriceTable = ({ prices, today, names }: Shown) => {
  if (prices.length === 0)
    return <p class="govuk-body">No price is set. The website says that prices are on request.</p>
  const inForce = new Set<Price>(pricesOn(prices, today))
  const state = (price: Price) =>
    inForce.has(price) ? 'In force' : price.inForceFrom > today.toString() ? 'To come' : 'Before'
  return (
    <ScrollArea label="All prices">
      <Table
        caption="All prices"
        captionClasses="govuk-table__caption--m"
        head={['What for', { content: 'Price', format: 'numeric' }, 'From', 'State', 'Set by']}
        rows={prices.map((price) => [
          pricedItems[price.item],
          { content: pounds(price.amountPence), format: 'numeric' },
          plainDate(Temporal.PlainDate.from(price.inForceFrom)),
          state(price),
          whoSet(price.by, names),
        ])}
      />
    </ScrollArea>
  )
}
