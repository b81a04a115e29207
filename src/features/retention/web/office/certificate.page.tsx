import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { Table } from '../../../../ui/components/table.tsx'
import { dateAndTime, plainDate } from '../../../../ui/dates.ts'
import type { Certificate } from '../../data/certificates.ts'
import { periodWords } from '../../domain/words.ts'

interface CertificatePageProps {
  readonly certificate: Certificate
  readonly policy: CompiledPolicy
  readonly service: string
}

/** What the rows of each table were, for a reader who does not know the tables. */
const tableWords: Readonly<Record<string, string>> = {
  case_file: 'Case',
  enquiry: 'Enquiries',
  enquiry_correction: 'Corrections of enquiries',
  party: 'Parties',
  person: 'People',
  contact_point: 'Ways to reach them',
  safe_contact: 'Cards of safe contact',
  whereabouts: 'Addresses',
  details_confirmed: 'Times when details were confirmed',
  person_correction: 'Corrections of names',
  told_of_other: 'What one party told of the other',
  child: 'Children',
  appointment: 'Appointments',
  attendance: 'Attendances',
  miam_record: 'Records of a first meeting',
  screening: 'Assessments of risk',
  session_record: 'Records of sessions',
  session_summary: 'Summaries',
  stored_file: 'Documents',
  miam_certificate: 'MIAM certificates',
  arrangement: 'What was arranged for children',
  child_word: 'What children said',
  child_meeting: 'Meetings with children',
  child_agreement: 'Agreements to meetings with children',
  follow_up: 'Things to follow up',
  file_item: 'What its file held',
  case_reason: 'Reasons for unusual acts',
  closure_request: 'Wishes to close it',
  file_review: 'Reviews by a supervisor',
  paper_file: 'Labels of its paper',
  paper_movement: 'Movements of its paper',
  draft: 'Drafts',
  message: 'Messages',
  consent_subject: 'Who gave or refused consent',
  task: 'Tasks',
  case_key: 'The key of its documents',
  life_event: 'Dates in its life',
  retention_state: 'Its way to the end',
  hold: 'Holds that were lifted',
  returning_card: 'Cards by which somebody was known again',
}

const endedWords: Readonly<Record<Certificate['of'], string>> = {
  case: 'a mediation file',
  enquiry: 'an enquiry',
  returning: 'a card by which somebody was known again',
  person: 'what somebody asked us to delete',
}

/** A certificate of destruction for the folder: ids, counts, rule and date; nobody's name. */
export function CertificatePage({ certificate: it, policy, service }: CertificatePageProps) {
  const rule = policy.retention[it.rule]
  const counts = Object.entries(it.rowCounts).filter(([, count]) => count > 0)
  return (
    <>
      <p class="govuk-body">
        {service} certifies that {endedWords[it.of]} was destroyed on {dateAndTime(it.destroyedAt)}.
      </p>
      <SummaryList
        rows={[
          { key: 'Identifier', value: it.id },
          { key: 'It was due on', value: plainDate(it.dueOn) },
          rule
            ? { key: 'Rule', value: `${rule.title}: ${periodWords(rule.keep)}. ${rule.why}` }
            : { key: 'Rule', value: it.rule },
          rule && { key: 'Source', value: rule.source },
          { key: 'Policy', value: it.policyHash },
          { key: 'Files destroyed with their key', value: String(it.fileCount) },
          { key: 'Paper', value: paperWords(it) },
        ]}
      />
      <Table
        caption="Records destroyed"
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={['What', { content: 'How many', format: 'numeric' }]}
        rows={counts.map(([table, count]) => [
          tableWords[table] ?? table,
          { content: String(count), format: 'numeric' as const },
        ])}
      />
      <p class="govuk-body">
        This certificate names nobody. Copies of the database that were made before that day hold the file until they
        age out themselves.
      </p>
    </>
  )
}

function paperWords(it: Certificate): string {
  if (it.paperDestroyedOn) return `Destroyed on ${plainDate(it.paperDestroyedOn)}`
  return it.paperReference ? `Still to be destroyed: ${it.paperReference}` : 'There was none'
}
