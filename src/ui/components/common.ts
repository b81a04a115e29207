import { isValidElement, type VNode } from 'preact'

/** What may stand between two tags: escaped text, or elements. Plain objects are no content, so a misspelt option is an error. */
export type Content = VNode | string | number | boolean | null | undefined | readonly Content[]

type AttributeValue = string | number | boolean | undefined

/**
 * Further attributes of a component's outer element. `style` and `on…` are not among them: the content security policy
 * allows nothing inline.
 */
export type Attributes = {
  readonly [name: `data-${string}` | `aria-${string}`]: AttributeValue
  readonly id?: AttributeValue
  readonly title?: AttributeValue
  readonly lang?: AttributeValue
  readonly dir?: AttributeValue
  readonly role?: AttributeValue
  readonly rel?: AttributeValue
  readonly target?: AttributeValue
  readonly tabindex?: AttributeValue
  readonly hidden?: AttributeValue
  readonly form?: AttributeValue
  readonly formaction?: AttributeValue
  readonly formnovalidate?: AttributeValue
  readonly name?: AttributeValue
  readonly value?: AttributeValue
  readonly required?: AttributeValue
  readonly maxlength?: AttributeValue
  readonly accept?: AttributeValue
  readonly autofocus?: AttributeValue
  readonly download?: AttributeValue
  readonly min?: AttributeValue
  readonly max?: AttributeValue
  readonly step?: AttributeValue
}

/** The options of a component: whatever may be left out may also be given as `undefined`. */
export type Options<Shape> = {
  readonly [Name in keyof Shape]: object extends Pick<Shape, Name> ? Shape[Name] | undefined : Shape[Name]
}

/** Content alone, or content with the options of the element that holds it. */
export type Held<Extra = unknown> = Content | HeldOptions<Extra>
export type HeldOptions<Extra = unknown> = Options<
  { content: Content; classes?: string; attributes?: Attributes } & Extra
>

/** Attributes as text: `true` is written out, `undefined` left away. */
export function attrs(attributes: Attributes | undefined): Record<string, string> {
  const written: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined) written[name] = String(value)
  }
  return written
}

/** Class names joined by a space; what is false or empty is left away. */
export const classNames = (...all: readonly (string | false | undefined)[]): string => all.filter(Boolean).join(' ')

const isOptions = (value: unknown): value is HeldOptions<object> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isValidElement(value)

/** Reads content that may stand alone or with options; `undefined` when there is nothing to show. */
export function held<Extra>(value: Held<Extra>): HeldOptions<Extra> | undefined {
  if (isOptions(value)) return value as HeldOptions<Extra>
  return isEmpty(value as Content) ? undefined : ({ content: value } as HeldOptions<Extra>)
}

/** True for content that puts out nothing. */
export const isEmpty = (content: Content): boolean =>
  content === undefined || content === null || content === '' || typeof content === 'boolean'

/** True for content that is words only, which a component may set in its own paragraph. */
export const isText = (content: Content): boolean =>
  typeof content === 'string' ||
  typeof content === 'number' ||
  (Array.isArray(content) && content.length > 0 && content.every((part) => isText(part)))

/** Identifiers joined for `aria-describedby`; `undefined` when there are none. */
export const describedByAll = (...ids: readonly (string | false | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(' ') || undefined

/** Texts of a component's script in the form that it reads them in. */
export function scriptTexts(
  texts: Readonly<Record<string, string | Readonly<Record<string, string>> | undefined>>,
): Record<string, string> {
  const written: Record<string, string> = {}
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text === 'string') written[`data-i18n.${key}`] = text
    else for (const [rule, message] of Object.entries(text ?? {})) written[`data-i18n.${key}.${rule}`] = message
  }
  return written
}
