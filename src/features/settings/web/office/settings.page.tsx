import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { pounds } from '../../../../ui/money.ts'
import { type PublishedSettings, readPublished } from '../../data/settings-reads.ts'
import { pricedItems } from '../../domain/prices.ts'
import { Lines } from './history.tsx'
import { settingsView } from './settings-form.tsx'

/** All that changes from week to week, with what it says now. */
export const settingsIndex = () =>
  settingsView('/office/settings', (request) =>
    request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => ({
      title: 'Settings',
      body: <SettingsIndex settings={await readPublished(scope)} />,
    })),
  )

const change = (slug: string, what: string) => ({
  items: [{ href: `/office/settings/${slug}`, content: 'Change', visuallyHiddenText: what }],
})
const orNothing = (text: string) => (text === '' ? 'Not set' : <Lines text={text} />)

const SettingsIndex = ({ settings }: { readonly settings: PublishedSettings }) => (
  <>
    <h1 class="govuk-heading-l">Settings</h1>
    <p class="govuk-body">
      What changes from week to week. Every change is dated, and what was before is kept. The rules about people’s data
      are not here: they are in the policy.
    </p>
    <SummaryList
      rows={[
        { key: 'Telephone', value: orNothing(settings.telephone), actions: change('contact', 'contact details') },
        { key: 'E-mail', value: orNothing(settings.email), actions: change('contact', 'contact details') },
        {
          key: 'Address',
          value: orNothing([settings.officeAddress, settings.postcode].filter(Boolean).join('\n')),
          actions: change('contact', 'contact details'),
        },
        { key: 'Neutral name', value: orNothing(settings.neutralName), actions: change('contact', 'contact details') },
        { key: 'Opening hours', value: orNothing(settings.openingHours), actions: change('hours', 'opening hours') },
        { key: 'Prices', value: <Prices settings={settings} />, actions: change('prices', 'prices') },
        {
          key: 'Missed meetings',
          value: 'What is asked of somebody who cancels late or does not come',
          actions: change('missed', 'what is asked for missed meetings'),
        },
        {
          key: 'Places and rooms',
          value:
            settings.venues.length === 0 ? (
              'None yet'
            ) : (
              <Lines text={settings.venues.map((it) => it.name).join('\n')} />
            ),
          actions: change('places', 'places and rooms'),
        },
        { key: 'Page wording', value: 'Words of the website', actions: change('wording', 'page wording') },
        {
          key: 'Pages read',
          value: 'How often each page of the website was read',
          actions: {
            items: [
              {
                href: '/office/settings/page-counts',
                content: 'View',
                visuallyHiddenText: 'how often pages were read',
              },
            ],
          },
        },
        {
          key: 'Closing a case',
          value: 'Whether a supervisor approves it first',
          actions: change('closing', 'who closes a case'),
        },
        { key: 'Mediators', value: 'Registration of each', actions: change('mediators', 'mediators’ registrations') },
      ]}
    />
  </>
)

const Prices = ({ settings }: { readonly settings: PublishedSettings }) =>
  settings.prices.length === 0 ? (
    <>Not set</>
  ) : (
    <ul class="govuk-list">
      {settings.prices.map((price) => (
        <li>
          {pricedItems[price.item]}: {pounds(price.amountPence)}
        </li>
      ))}
    </ul>
  )
