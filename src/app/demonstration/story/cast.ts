import { addWorkingHours } from '../../../features/availability/index.ts'
import {
  changeSettings,
  openRoom,
  openVenue,
  recordOutreachCode,
  recordRegistration,
  setMissedRule,
  setPrice,
} from '../../../features/settings/index.ts'
import { inviteColleague, mediators, type StaffRole } from '../../../features/staff/index.ts'
import { dayOf } from '../../../platform/clock/service-clock.ts'
import { codeOfStep, stepAt } from '../../../platform/sign-in/one-time-code.ts'
import { type Id, newId } from '../../../values/ids.ts'
import type { Service } from '../../service.ts'
import type { SignInOf } from '../../sign-in.ts'

/** Who works at the invented service, and where. */
export interface Cast {
  readonly administrator: Id
  readonly coordinator: Id
  readonly privacyOfficer: Id
  readonly mediators: readonly Id[]
  readonly rooms: readonly Id[]
  /** A second place, for one day of the week. */
  readonly outreach: Id
}

const colleagues: readonly { readonly name: string; readonly role: StaffRole }[] = [
  { name: 'Ruth Okafor', role: 'coordinator' },
  { name: 'Hugh Penrose', role: 'mediator' },
  { name: 'Meera Lal', role: 'mediator' },
  { name: 'Siân Beddoe', role: 'mediator' },
  { name: 'Patrick Osei', role: 'supervisor' },
  { name: 'Greta Lind', role: 'privacyOfficer' },
  { name: 'Noor Haddad', role: 'administrator' },
]

type Parts = { readonly service: Service; readonly signIn: SignInOf }

/** Makes accounts, rooms, prices and settings as the administrator would, each colleague joining by their own link. */
export async function engageCast(parts: Parts): Promise<Cast> {
  const token = await parts.signIn.signIn.newFirstLink()
  if (!token) throw new Error('this service has an administrator already')
  const administrator = await join(parts, token, { name: 'Alun Wray', email: 'alun.wray@service.example' })
  const ids = new Map<string, Id>()
  for (const colleague of colleagues) ids.set(colleague.name, await engage(parts, administrator, colleague))
  await furnish(parts, administrator)
  const rooms = await openRooms(parts, administrator)
  const outreach = await openOutreach(parts, administrator)
  const named = (name: string) => ids.get(name) as Id
  const mediating = [named('Hugh Penrose'), named('Meera Lal'), named('Siân Beddoe')]
  await register(parts, administrator, mediating)
  return {
    administrator,
    coordinator: named('Ruth Okafor'),
    privacyOfficer: named('Greta Lind'),
    mediators: mediating,
    rooms,
    outreach,
  }
}

/** Sets password and authenticator by a link, as a person does. Nobody keeps them: in the demonstration one press signs in. */
async function join({ signIn }: Parts, token: string, person?: { name: string; email: string }): Promise<Id> {
  const offer = await signIn.signIn.lookAtLink(token)
  if (!offer) throw new Error('a link that was just made is gone')
  const code = codeOfStep(offer.authenticatorKey, stepAt(signIn.ground.machine.now()))
  const password = `${newId()} ${newId()}`
  const outcome = await signIn.signIn.setUpByLink(token, { password, code, person, cookies: {} })
  if (!outcome.done) throw new Error(`nobody could join: ${outcome.reason}`)
  return outcome.value.staffId
}

async function engage(parts: Parts, administrator: Id, colleague: { name: string; role: StaffRole }): Promise<Id> {
  const link = parts.signIn.signIn.newLink('join')
  const email = `${colleague.name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@service.example`
  const desk = parts.service.desks.desk.office
  const outcome = await inviteColleague(desk, administrator, { key: newId(), ...colleague, email, link })
  if (!outcome.done) throw new Error(`${colleague.name} could not be invited: ${outcome.reason}`)
  return join(parts, link.token)
}

async function furnish({ service }: Parts, administrator: Id): Promise<void> {
  const desk = service.desks.desk.office
  const values = {
    'contact.telephone': '01632 960 100',
    'contact.email': 'hello@fenwater-mediation.example',
    'contact.address': 'The Old Library, 4 Mill Lane, Fenwater',
    'contact.postcode': 'FW1 4ML',
    'contact.neutral-name': 'Fenwater Trust',
    'contact.privacy-lead': 'Greta Lind',
  }
  await changeSettings(desk, administrator, { key: newId(), deed: 'settings.contact-changed', values })
  const hours = { 'hours.opening': 'Monday to Friday, 9am to 5pm' }
  await changeSettings(desk, administrator, { key: newId(), deed: 'settings.hours-changed', values: hours })
  const inForceFrom = service.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().toString()
  for (const [item, amountPence] of [
    ['miam', 12_000],
    ['session', 13_500],
    ['summary', 9_000],
  ] as const) {
    await setPrice(desk, administrator, { key: newId(), price: { item, amountPence, inForceFrom } })
  }
  const rule = { noticeDays: 2, sharePercent: 50, source: 'Agreement to mediate, section 6', inForceFrom }
  await setMissedRule(desk, administrator, { key: newId(), rule })
}

async function openRooms({ service }: Parts, administrator: Id): Promise<Id[]> {
  const desk = service.desks.desk.office
  const venue = {
    name: 'The Old Library',
    address: '4 Mill Lane, Fenwater',
    postcode: 'FW1 4ML',
    arriving: 'Two doors: ring at the one named in your letter.',
    separateWaiting: true,
  }
  const opened = await openVenue(desk, administrator, { key: newId(), venue })
  if (!opened.done) throw new Error('the venue could not be opened')
  const rooms: Id[] = []
  for (const name of ['Reading room', 'Garden room', 'Small room']) {
    const room = await openRoom(desk, administrator, { key: newId(), venueId: opened.value.venueId as Id, name })
    if (room.done) rooms.push(room.value.roomId as Id)
  }
  return rooms
}

/** A second place, for one day of the week, with a code of its own in claims for legal aid. */
async function openOutreach({ service }: Parts, administrator: Id): Promise<Id> {
  const desk = service.desks.desk.office
  const venue = {
    name: 'St Guthlac’s Hall',
    address: '2 Sluice Road, Marsh Holding',
    postcode: 'FW9 2SR',
    arriving: 'The side door. The bus stops in front of it.',
    separateWaiting: false,
  }
  const opened = await openVenue(desk, administrator, { key: newId(), venue })
  if (!opened.done) throw new Error('the outreach place could not be opened')
  const venueId = opened.value.venueId as Id
  await openRoom(desk, administrator, { key: newId(), venueId, name: 'Committee room' })
  const inForceFrom = todayOf(service)
  await recordOutreachCode(desk, administrator, { key: newId(), venueId, code: '01A', inForceFrom })
  return venueId
}

const todayOf = (service: Service) => dayOf(service.clock.now()).toString()

/** From now on one mediator works at the outreach place on Fridays; the others come when they are needed. */
export async function sayHours(service: Service, { mediators: [, staffId], outreach }: Cast): Promise<void> {
  if (!staffId) throw new Error('there is no second mediator')
  const week = { staffId, fromMinute: 9 * 60, untilMinute: 17 * 60, firstDay: todayOf(service), lastDay: null }
  const lunch = { breakFrom: 12 * 60, breakUntil: 12 * 60 + 45 }
  for (const days of [
    { weekdays: [1, 2, 3, 4], venueId: null },
    { weekdays: [5], venueId: outreach },
  ]) {
    const hours = { ...week, ...lunch, ...days }
    const outcome = await addWorkingHours(service.desks.desk.office, staffId, { key: newId(), hours })
    if (!outcome.done) throw new Error(`working hours were refused: ${outcome.reason}`)
  }
}

async function register({ service }: Parts, administrator: Id, mediating: readonly Id[]): Promise<void> {
  for (const [index, staffId] of mediating.entries()) {
    // One of them is qualified to meet children.
    const hearsChildren = index === mediating.length - 1
    const number = `${1203 + index * 217}A`
    const registration = { number, kind: 'accredited', validUntil: '2031-06-30', hearsChildren } as const
    const input = { key: newId(), staffId, registration, mediators }
    const outcome = await recordRegistration(service.desks.desk.office, administrator, input)
    if (!outcome.done) throw new Error(`a registration was refused: ${outcome.reason}`)
  }
}
