import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import { regulator } from '../../../../policy/law.ts'
import { durationInWords } from '../../../../policy/prose/words.ts'
import { plainDate } from '../../../../ui/dates.ts'
import { complainPath } from '../../../complaints/index.ts'
import type { PublishedSettings } from '../../../settings/index.ts'
import { lawFacts } from '../../domain/law-facts.ts'
import { ElsewhereLink, OwnWords, Telephone, Words } from './page-parts.tsx'

export interface ComplaintsPageProps {
  readonly policy: CompiledPolicy
  readonly published: PublishedSettings
}

/** To the service first, and then to those who watch over it (Data Protection Act 2018 s.164A). */
export const ComplaintsPage = ({ policy, published }: ComplaintsPageProps) => (
  <Words heading="If you are unhappy with us">
    <p class="govuk-body-l">Tell us first, in any way you like. It does not change how we treat you.</p>
    <OwnWords text={published.textFor['complaints.about']} />
    <ul>
      {published.telephone && (
        <li>
          Call <Telephone number={published.telephone} />
        </li>
      )}
      <li>
        <a href={complainPath}>Tell us what went wrong</a>, with a short form
      </li>
      <li>Write to {policy.service.contact.address.join(', ')}</li>
    </ul>
    <h2>What we do with your complaint</h2>
    <ol>
      <li>
        Within {policy.clocks.serviceComplaint.acknowledge} working days we let you know that we have it. If it is about
        your data, at the latest within {durationInWords(policy.clocks.complaint.acknowledge)}.
      </li>
      <li>We look into it without delay, and tell you if it takes long.</li>
      <li>
        We tell you what we found and what we will change, most often within {policy.clocks.serviceComplaint.answer}{' '}
        working days.
      </li>
    </ol>
    <AboutData />
    <h2>If it is about a mediator</h2>
    <p>
      Tell us first here too. If you are still unhappy, the{' '}
      <ElsewhereLink href="https://www.familymediationcouncil.org.uk">Family Mediation Council</ElsewhereLink> looks
      into complaints about mediators on its register.
    </p>
  </Words>
)

const AboutData = () => (
  <>
    <h2>If it is about what we know of you</h2>
    <p>
      Since {plainDate(Temporal.PlainDate.from(lawFacts.dataComplaintsFrom))} the law says that we must make it easy to
      complain about how we use your data, let you know that we have your complaint, look into it and tell you what we
      found (Data Protection Act 2018, section 164A).
    </p>
    <p>
      If we do not put it right, you can go to the {regulator.name}, also called the {regulator.knownAs}. It watches
      over how people’s data is used. Call it on <Telephone number={regulator.telephone} /> or go to{' '}
      <ElsewhereLink href={regulator.website}>{new URL(regulator.website).host}</ElsewhereLink>.
    </p>
  </>
)
