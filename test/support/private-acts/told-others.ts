import { caseOf, idOf, ledTo, type PrivateAct, type PrivateGround, press, secret } from './ground.ts'

const page = (ground: PrivateGround) => `${caseOf(ground)}/disclosures`
const toCourt = { to: 'courtsAndPolice:law', law_kind: 'court', authority: secret, reason: secret }

/** What is told of one of two to somebody outside. */
export const toldOthersActs: readonly PrivateAct[] = [
  {
    name: 'they let something go to a person they name, take it back, and object to an inspection',
    act: async (ground) => {
      for (const wish of ['agrees', 'takes_back', 'objects', 'objects_no_more'])
        await press(
          ground,
          ground.coordinator,
          page(ground),
          { side: ground.side, wish },
          { form: `${page(ground)}/said` },
        )
    },
  },
  {
    name: 'a court is told of them, and something else does not go',
    act: async (ground) => {
      const decided = { ...toCourt, side: ground.side, words: secret, words_quality: 'open' }
      for (const act of ['send', 'stop']) {
        const answer = await press(ground, ground.coordinator, `${page(ground)}/new`, decided)
        const made = `/office/disclosures/${ledTo(answer, /disclosures\/([^/]+)/)}`
        await press(ground, ground.coordinator, made, act === 'send' ? { how: 'post' } : {}, { form: `${made}/${act}` })
      }
    },
  },
  {
    name: 'their mediator worries about them, a supervisor decides, and those who can help are told',
    act: async (ground) => {
      const worry = { at_risk: 'adult', who: secret, seen: secret, seen_by: secret, 'urgent[]': ['yes'] }
      const { mediator, supervisor } = ground
      const made = async () =>
        `/office/concerns/${ledTo(await press(ground, mediator, `${caseOf(ground)}/concerns/new`, worry), /concerns\/([^/]+)/)}`
      const decided = { decision: 'tell', reason: secret, consent: 'not_asked', consent_reason: secret }
      const told = { recipient: 'safeguardingBodies', words: secret, why: secret, how: 'telephone' }
      await press(ground, ground.coordinator, `${caseOf(ground)}/concerns/new`, worry)
      const one = await made()
      await press(ground, supervisor, one, decided, { form: `${one}/decide` })
      await press(ground, mediator, one, told, { form: `${one}/tell` })
      await press(ground, supervisor, one, {}, { form: `${one}/close` })
      const alone = await made()
      await press(ground, mediator, alone, decided, { form: `${alone}/decide` })
      await press(ground, supervisor, alone, { review: secret }, { form: `${alone}/review` })
    },
  },
  {
    name: 'a colleague without their file opens it because they may be in danger',
    act: async (ground) => {
      const other = await ground.world.as('otherMediator')
      const reference = await idOf(ground, 'SELECT reference AS id FROM ev.case_file WHERE id = $1', ground.caseId)
      await press(ground, other, '/office/break-glass/new', { reference, reason: secret })
      const made = await idOf(ground, 'SELECT id FROM ev.glass_break WHERE reason = $1 LIMIT 1', secret)
      const page = `/office/break-glass/${made}`
      await press(ground, ground.privacyOfficer, page, { review: secret }, { form: `${page}/review` })
    },
  },
]
