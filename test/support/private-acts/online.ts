import { caseOf, dayFields, idOf, ledTo, type PrivateAct, type PrivateGround, press, today } from './ground.ts'

/** A meeting online, booked by the office, with an address of its own. */
async function metOnline(ground: PrivateGround, what: string, days: number): Promise<string> {
  const slot = {
    ...{
      mediator: String(ground.world.live.mediator),
      minutes: '60',
      place: 'online',
      time: '18:00',
      outside_reason: 'They work all day',
    },
    ...dayFields('date', today(ground).add({ days })),
  }
  const booked = await press(ground, ground.coordinator, `${caseOf(ground)}/book`, { what, ...slot })
  const page = `/office/appointments/${ledTo(booked, /appointments\/([^/?]+)/)}/online`
  const address = `https://zoom.us/j/9876${days}${ground.side.charCodeAt(0)}`
  await press(ground, ground.coordinator, page, { provider: 'zoom', address, opens: '15' })
  await ground.whole.runJobs()
  return page
}

const ofBoth = async (ground: PrivateGround) =>
  void ground.made.set('online', (await metOnline(ground, 'session', 50)).split('/').at(-2) ?? '')

const theirs = (ground: PrivateGround) =>
  idOf(
    ground,
    'SELECT id FROM ev.attendance WHERE appointment_id = $1 AND zone = $2',
    ...[ground.made.get('online'), ground.side],
  )

/** What one of two says to meeting online: the other hears neither a yes nor a no. */
export const onlineActs: readonly PrivateAct[] = [
  {
    name: 'they agree to meet online, cannot talk safely, and take it back',
    first: ofBoth,
    act: async (ground) => {
      const page = `/portal/online/${await theirs(ground)}`
      await press(ground, ground.own, page, { answer: 'yes' })
      await press(ground, ground.own, page, {}, { form: `${page}/unsafe` })
      await press(ground, ground.own, page, { answer: 'yes' })
      await press(ground, ground.own, page, { instead: 'room' })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'they tell a colleague by telephone that they agree after all',
    act: async (ground) => {
      const page = `/office/online/${await theirs(ground)}`
      await press(ground, ground.coordinator, page, { answer: 'yes', how: 'telephone' })
      await ground.whole.runJobs()
    },
  },
  {
    name: 'a meeting with them alone is to be online',
    act: async (ground) => void (await metOnline(ground, `miam-${ground.side}`, 51)),
  },
]
