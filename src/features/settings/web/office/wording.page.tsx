import { z } from 'zod'
import { tooLong } from '../../../../platform/web/field-schemas.ts'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Details } from '../../../../ui/components/details.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { TextAreaField } from '../../../../ui/forms/text-fields.tsx'
import { changeSettings } from '../../actions/change-settings.ts'
import { settingHistory } from '../../data/settings-history.ts'
import { readPublished, settingsInForce } from '../../data/settings-reads.ts'
import { pageWording, paragraphsOf, type WordingKey, wordingKeys } from '../../domain/page-wording.ts'
import { History, Lines, type Names, settersOf } from './history.tsx'
import { type SettingsPage, type SettingsRequest, settingsView } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'

interface Shown {
  readonly key: WordingKey
  readonly history: Awaited<ReturnType<typeof settingHistory>>
  readonly names: Names
}

const longest = 5000
const form = z.object({ text: z.string().max(longest, tooLong(longest)).default('') })

const keyOf = (request: SettingsRequest): WordingKey | undefined =>
  wordingKeys.find((key) => key === request.params.wording)

/** All parts of the website that the service words itself. */
export const wordingList = () =>
  settingsView('/office/settings/wording', (request) =>
    request.desk.read(request.staff.id, { purpose: 'administration', deed: 'settings.opened' }, async (scope) => {
      const { textFor } = await readPublished(scope)
      return { title: 'Page wording', body: <WordingList textFor={textFor} /> }
    }),
  )

const WordingList = ({ textFor }: { readonly textFor: Readonly<Record<WordingKey, string>> }) => (
  <>
    <BackLink href="/office/settings">Settings</BackLink>
    <h1 class="govuk-heading-l">Page wording</h1>
    <p class="govuk-body">
      These parts of the website are yours to word. What we do with people’s data is said by the policy, not here.
    </p>
    <SummaryList
      rows={wordingKeys.map((key) => ({
        key: pageWording[key].title,
        value: textFor[key] === '' ? 'Nothing is shown' : <Paragraphs text={textFor[key]} />,
        actions: {
          items: [
            {
              href: `/office/settings/wording/${key}`,
              content: 'Change',
              visuallyHiddenText: pageWording[key].title,
            },
          ],
        },
      }))}
    />
  </>
)

const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {paragraphsOf(text).map((part) => (
      <p class="govuk-body">
        <Lines text={part} />
      </p>
    ))}
  </>
)

/** One part of the website's wording. */
export const wordingPage = (tools: SettingsTools): SettingsPage<{ text: string }, Shown, never> => ({
  path: '/office/settings/wording/:wording',
  title: ({ key }) => pageWording[key].title,
  known: (request) => keyOf(request) !== undefined,
  button: 'Save',
  back: { href: '/office/settings/wording', text: 'Page wording' },
  load: async (request) => {
    const key = keyOf(request)
    if (!key) return null
    const deed = { purpose: 'administration', deed: 'settings.opened' } as const
    return request.desk.read(request.staff.id, deed, async (scope) => {
      const setting = `text.${key}`
      const [now, history] = await Promise.all([settingsInForce(scope), settingHistory(scope, [setting])])
      const names = await tools.staffNames(scope, settersOf(history))
      return { shown: { key, history, names }, values: { text: now.get(setting) ?? pageWording[key].text } }
    })
  },
  schema: () => form,
  act: (request, { text }) =>
    changeSettings(request.desk, request.staff.id, {
      key: request.form.key,
      deed: 'settings.wording-changed',
      values: { [`text.${keyOf(request)}`]: text },
    }),
  refusals: {},
  done: () => '/office/settings?saved=wording',
  fields: (state) => (
    <TextAreaField
      form={state}
      name="text"
      label="What it says"
      hint="Plain text. An empty line starts a new paragraph. Leave it empty to show nothing."
      rows={10}
      maxlength={longest}
      threshold={75}
    />
  ),
  below: ({ key, history, names }) => (
    <>
      <Details summary="The words it came with">
        {pageWording[key].text === '' ? 'Nothing' : <Paragraphs text={pageWording[key].text} />}
      </Details>
      <History
        summary="What it said before"
        recorded={history}
        names={names}
        what={(one) => (one.value === '' ? 'Nothing' : <Lines text={one.value} />)}
      />
    </>
  ),
})
