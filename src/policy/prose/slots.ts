import { regulator } from '../law.ts'
import { dateInWords, durationInWords, isDuration } from './words.ts'

/** What a service changes from week to week and a notice may name; its values come from Settings when the page is made. */
export const settingSlots = ['telephone', 'openingHours', 'privacyLead'] as const
export type SettingSlot = (typeof settingSlots)[number]
export type SettingValues = Readonly<Record<SettingSlot, string>>

const slot = /\{([^{}]*)\}/g

/** The paths of the slots in a text, in order. */
export const slotsOf = (text: string): string[] => [...text.matchAll(slot)].map((match) => match[1] ?? '')

/** A text with its slots taken out. */
export const withoutSlots = (text: string): string => text.replace(slot, ' ')

/** As much of a policy as slots may name, before or after compiling. */
export interface SlotFacts {
  readonly date: string
  readonly service: {
    readonly name: string
    readonly registration: string
    readonly icoRegistration: string
    readonly controllers: Named
    readonly contact: { readonly email: string; readonly website: string; readonly address: readonly string[] }
  }
  readonly retention: Rulings<{
    readonly keep?: string | undefined
    readonly cap?: string | undefined
    readonly waiting: string
  }>
  readonly recipients: Named
  readonly storage: Rulings<{ readonly name: string; readonly maxAge?: string | undefined }>
  readonly statistics: Rulings<{ readonly threshold?: number | undefined }>
  readonly clocks: object
  readonly claims: Rulings<{ readonly says: string }>
}
type Rulings<Value> = Readonly<Record<string, Value>>
type Named = Rulings<{ readonly name: string }>

const asDuration = (value: unknown): string | undefined =>
  typeof value === 'string' && isDuration(value) ? durationInWords(value) : undefined

const lifetime = (maxAge: string | undefined): string | undefined =>
  maxAge === 'browserClose' ? 'until you close your browser' : asDuration(maxAge)

function serviceSlot(facts: SlotFacts, name: string): string | undefined {
  const { service } = facts
  if (name === 'address') return service.contact.address.join(', ')
  if (name === 'email') return service.contact.email
  if (name === 'website') return service.contact.website
  if (name === 'name') return service.name
  if (name === 'registration') return service.registration
  return name === 'icoRegistration' ? service.icoRegistration : undefined
}

const regulatorSlot = (name: string): string | undefined =>
  Object.entries(regulator).find(([known]) => known === name)?.[1]

function clockSlot(facts: SlotFacts, clock: string, leaf: string): string | undefined {
  const named = Object.entries(facts.clocks).find(([known]) => known === clock)?.[1]
  return asDuration(Object.entries(named ?? {}).find(([known]) => known === leaf)?.[1])
}

/**
 * What stands in a slot: the value of a clause of the policy or of a setting, in words. Undefined when the policy has no such
 * clause. Settings that are not given leave their own name, so that a policy can be checked before any setting is made.
 */
export function slotValue(facts: SlotFacts, path: string, settings?: SettingValues): string | undefined {
  const [part = '', name = '', leaf = ''] = path.split('.')
  if (path === 'date') return dateInWords(facts.date)
  if (part === 'service') return serviceSlot(facts, name)
  if (part === 'regulator') return regulatorSlot(name)
  if (part === 'controllers' && leaf === 'name') return facts.service.controllers[name]?.name
  if (part === 'recipients' && leaf === 'name') return facts.recipients[name]?.name
  if (part === 'storage' && leaf === 'name') return facts.storage[name]?.name
  if (part === 'storage' && leaf === 'maxAge') return lifetime(facts.storage[name]?.maxAge)
  if (part === 'retention' && (leaf === 'keep' || leaf === 'cap' || leaf === 'waiting'))
    return asDuration(facts.retention[name]?.[leaf])
  if (part === 'statistics' && leaf === 'threshold') return facts.statistics[name]?.threshold?.toString()
  if (part === 'clocks') return clockSlot(facts, name, leaf)
  if (part === 'claim') return claimed(facts, name, settings)
  if (part !== 'setting') return undefined
  const setting = settingSlots.find((known) => known === name)
  return setting && (settings?.[setting] ?? `(${setting})`)
}

function claimed(facts: SlotFacts, name: string, settings?: SettingValues): string | undefined {
  const says = facts.claims[name]?.says
  // A claim that named itself would never end.
  return says === undefined || slotsOf(says).some((path) => path.startsWith('claim.'))
    ? undefined
    : fill(facts, says, settings)
}

/** A text with every slot filled. Throws on a slot that the policy does not know, which the check refuses beforehand. */
export const fill = (facts: SlotFacts, text: string, settings?: SettingValues): string =>
  text.replace(slot, (_, path: string) => {
    const value = slotValue(facts, path, settings)
    if (value === undefined) throw new Error(`no such slot: {${path}}`)
    return value
  })
