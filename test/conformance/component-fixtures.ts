import { type FunctionComponent, h, isValidElement, type VNode } from 'preact'
import { BackLink } from '../../src/ui/components/back-link.tsx'
import { Breadcrumbs } from '../../src/ui/components/breadcrumbs.tsx'
import { Button } from '../../src/ui/components/button.tsx'
import { CharacterCount } from '../../src/ui/components/character-count.tsx'
import { Checkboxes } from '../../src/ui/components/checkboxes.tsx'
import { CookieBanner } from '../../src/ui/components/cookie-banner.tsx'
import { DateInput } from '../../src/ui/components/date-input.tsx'
import { Details } from '../../src/ui/components/details.tsx'
import { ErrorMessage } from '../../src/ui/components/error-message.tsx'
import { ErrorSummary } from '../../src/ui/components/error-summary.tsx'
import { ExitThisPage } from '../../src/ui/components/exit-this-page.tsx'
import { Fieldset } from '../../src/ui/components/fieldset.tsx'
import { FileUpload } from '../../src/ui/components/file-upload.tsx'
import { Hint } from '../../src/ui/components/hint.tsx'
import { Input } from '../../src/ui/components/input.tsx'
import { InsetText } from '../../src/ui/components/inset-text.tsx'
import { Label } from '../../src/ui/components/label.tsx'
import { NotificationBanner } from '../../src/ui/components/notification-banner.tsx'
import { Pagination } from '../../src/ui/components/pagination.tsx'
import { Panel } from '../../src/ui/components/panel.tsx'
import { PasswordInput } from '../../src/ui/components/password-input.tsx'
import { PhaseBanner } from '../../src/ui/components/phase-banner.tsx'
import { Radios } from '../../src/ui/components/radios.tsx'
import { Select } from '../../src/ui/components/select.tsx'
import { ServiceNavigation } from '../../src/ui/components/service-navigation.tsx'
import { SkipLink } from '../../src/ui/components/skip-link.tsx'
import { SummaryList } from '../../src/ui/components/summary-list.tsx'
import { Table } from '../../src/ui/components/table.tsx'
import { Tag } from '../../src/ui/components/tag.tsx'
import { Textarea } from '../../src/ui/components/textarea.tsx'
import { WarningText } from '../../src/ui/components/warning-text.tsx'
import { Raw } from '../../src/ui/raw.tsx'

type Values = Record<string, unknown>

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isValidElement(value)

const raw = (html: string) => h(Raw, { html, why: 'a fixture of the design system' })

/** `html` wins over `text`; text that is there is a string, as the templates print it. */
const contentOf = (options: Values): unknown => {
  if (typeof options.html === 'string' && options.html) return raw(options.html.trim())
  const { text } = options
  return typeof text === 'number' ? String(text) : (text ?? undefined)
}

/**
 * Options of the templates as our props, at every depth: `html` and `text` become `content`, and attributes with their
 * own settings become what they print.
 */
function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated)
  if (!isValues(value)) return value === null ? undefined : value
  const props: Values = {}
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'html' || name === 'text') continue
    props[name] = name === 'attributes' ? attributesOf(inner) : translated(inner)
  }
  if ('html' in value || 'text' in value) props.content = contentOf(value)
  return props
}

function attributesOf(attributes: unknown): unknown {
  if (!isValues(attributes)) return undefined
  const printed: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) printed[name] = value === null ? '' : String(value)
  return printed
}

const rename = (props: Values, names: Record<string, string>): Values =>
  Object.fromEntries(Object.entries(props).map(([name, value]) => [names[name] ?? name, value]))

const within = (props: Values, name: string, change: (value: Values) => unknown): Values => {
  const value = props[name]
  if (Array.isArray(value)) return { ...props, [name]: value.map((item) => (isValues(item) ? change(item) : item)) }
  return isValues(value) ? { ...props, [name]: change(value) } : props
}

type Adapter = (options: Values) => VNode
type AnyProps = FunctionComponent<Record<string, unknown>>

/** The component with its props; what the template calls text or html of the whole is its children. */
const using =
  (component: unknown, change: (props: Values, options: Values) => Values = (props) => props): Adapter =>
  (options) => {
    const { content, ...props } = change(translated(options) as Values, options)
    return h(component as AnyProps, props, ...(content === undefined ? [] : [content as string]))
  }

const held = (options: Values, name: string) => {
  const html = options[`${name}Html`]
  return typeof html === 'string' && html ? raw(html) : options[`${name}Text`]
}

const conditionals = (props: Values): Values =>
  within(props, 'items', (item) => {
    const { conditional, ...others } = item
    const reveal = isValues(conditional) ? conditional.content : undefined
    return reveal ? { ...others, conditional: reveal } : others
  })

const inputSlots = (props: Values): Values =>
  within(props, 'formGroup', (group) => {
    const slot = (name: string) => (isValues(group[name]) ? { [name]: group[name].content } : {})
    const slots = ['beforeInput', 'afterInput', 'beforeInputs', 'afterInputs'].map(slot)
    return Object.assign({ ...group }, ...slots)
  })

const choices = (props: Values) => inputSlots(conditionals(props))

const navigation = (props: Values, options: Values): Values => {
  const slots = (isValues(options.slots) ? options.slots : {}) as Values
  const slot = (name: string) => {
    const value = slots[name]
    const html = isValues(value) ? value.html : value
    return typeof html === 'string' ? { [name]: raw(html) } : {}
  }
  const names = ['start', 'end', 'navigationStart', 'navigationEnd']
  const endInline = isValues(slots.end) && slots.end.align === 'inline'
  const { slots: _, ...others } = props
  return Object.assign({ ...others, endInline }, ...names.map(slot))
}

const panel = (props: Values, options: Values): Values => {
  const classes = String(props.classes ?? '')
  const others = classes.split(' ').filter((name) => name !== 'govuk-panel--interruption')
  const actions = within(props, 'actions', (group) => within(group, 'items', asText)).actions
  const interruption = classes.includes('govuk-panel--interruption')
  return { ...props, title: held(options, 'title'), classes: others.join(' '), interruption, actions }
}

const asText = (item: Values) => rename(item, { content: 'text' })

/** A value is printed as text, `false` too. */
const optionItem = (item: Values): Values => {
  const value = typeof item.value === 'boolean' ? { value: String(item.value) } : {}
  return { ...asText(item), ...value }
}

const summaryErrors = (props: Values, options: Values): Values => ({
  ...props,
  title: held(options, 'title'),
  description: held(options, 'description'),
})

const cookieMessages = (props: Values, options: Values): Values => {
  const given = options.messages as readonly Values[]
  const messages = (props.messages as readonly Values[]).map((message, index) =>
    within({ ...message, heading: held(given[index] ?? {}, 'heading') }, 'actions', asText),
  )
  return { ...props, messages }
}

/** An item without anything in it prints nothing; our types do not allow one. */
const filledItems = (props: Values): Values =>
  Array.isArray(props.items)
    ? {
        ...props,
        items: props.items.map((item) => (isValues(item) && Object.keys(item).length > 0 ? item : undefined)),
      }
    : props

export const adapters: Readonly<Record<string, Adapter>> = {
  'back-link': using(BackLink),
  breadcrumbs: using(Breadcrumbs),
  button: using(Button),
  'character-count': using(CharacterCount, inputSlots),
  checkboxes: using(Checkboxes, choices),
  'cookie-banner': using(CookieBanner, cookieMessages),
  'date-input': using(DateInput, inputSlots),
  details: using(Details, (props, options) => ({ ...props, summary: held(options, 'summary') })),
  'error-message': using(ErrorMessage),
  'error-summary': using(ErrorSummary, summaryErrors),
  'exit-this-page': using(ExitThisPage),
  fieldset: using(Fieldset),
  'file-upload': using(FileUpload, inputSlots),
  hint: using(Hint),
  input: using(Input, inputSlots),
  'inset-text': using(InsetText),
  label: using(Label),
  'notification-banner': using(NotificationBanner, (props, options) => ({ ...props, title: held(options, 'title') })),
  pagination: using(Pagination, filledItems),
  panel: using(Panel, panel),
  'password-input': using(PasswordInput, inputSlots),
  'phase-banner': using(PhaseBanner),
  radios: using(Radios, choices),
  select: using(Select, (props) => within(inputSlots({ items: [], ...props }), 'items', optionItem)),
  'service-navigation': using(ServiceNavigation, navigation),
  'skip-link': using(SkipLink),
  'summary-list': using(SummaryList),
  table: using(Table),
  tag: using(Tag),
  textarea: using(Textarea, inputSlots),
  'warning-text': using(WarningText),
}

/** Fixtures that we do not follow, by component and name, each with its reason. An entry that is not needed fails. */
export const notApplicable: Readonly<Record<string, Readonly<Record<string, string>>>> = {}
