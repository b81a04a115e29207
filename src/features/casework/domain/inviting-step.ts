import type { CaseFacts, Milestone } from './case-facts.ts'
import type { NextStep } from './next-step.ts'

type Step = Pick<NextStep, 'words' | 'why' | 'waitsFor'>

/** How far the invitation of the other party is, and so what comes next; nothing of what was answered is known here. */
const steps = (name: string, hadTheirs: string): Readonly<Record<string, Step>> => ({
  awaited: {
    words: `Say whether ${name} may be invited`,
    why: `${hadTheirs}, ${name} is not invited yet`,
    waitsFor: 'mediator',
  },
  cleared: { words: `Invite ${name}`, why: `${hadTheirs}, ${name} is not invited yet`, waitsFor: 'coordinator' },
  sent: { words: `MIAM of ${name}`, why: 'They were invited, and have not answered yet', waitsFor: 'parties' },
  answered: { words: `Look at the answer of ${name}`, why: 'They answered our invitation', waitsFor: 'coordinator' },
})

const goesOn: Readonly<Record<string, string>> = {
  stopped: 'The mediator found that the other party must not be invited',
  ended: 'The invitation of the other party has come to its end',
}

export function inviting(facts: CaseFacts, invitation: Milestone, name: string, hadTheirs: string): NextStep {
  const { state, day, ref } = invitation
  const step = steps(name, hadTheirs)[state ?? '']
  if (step) return { ...step, day, way: { href: `/office/invitations/${ref}`, purpose: 'invitation' } }
  return {
    words: 'Close the case, or say why it goes on',
    why: goesOn[state ?? ''] ?? hadTheirs,
    waitsFor: state === 'stopped' ? 'mediator' : 'coordinator',
    day,
    way: { href: `/office/cases/${facts.caseId}/close`, purpose: 'booking' },
  }
}
