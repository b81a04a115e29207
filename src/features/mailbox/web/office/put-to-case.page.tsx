import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField } from '../../../../ui/forms/text-fields.tsx'
import type { CaseHead } from '../../../cases/index.ts'
import { QualityField, wordsOfZone, type ZoneNames } from '../../../files/index.ts'
import type { Post } from '../../data/post-reads.ts'
import type { PostZone } from '../../domain/post.ts'
import { senderWords } from './mailbox.page.tsx'

export interface PutToCaseProps {
  readonly post: Post
  readonly head: CaseHead
  readonly names: ZoneNames
  /** Sides for which the sender's address stands in this file. */
  readonly knownAs: readonly ('A' | 'B')[]
  readonly form: FormState
  readonly token: string
}

const zones: readonly PostZone[] = ['A', 'B', 'office']

/** Whose part of a case's file a letter or an e-mail goes to. Nothing is chosen beforehand. */
export function PutToCasePage({ post, head, names, knownAs, form, token }: PutToCaseProps) {
  return (
    <>
      <BackLink href={`/office/mailbox/${post.id}`}>{post.subject || 'Back to the message'}</BackLink>
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Put it to case {head.reference}</h1>
      {head.status === 'closed' && <InsetText>This case is closed. Reopen it to put something to it.</InsetText>}
      <p class="govuk-body">
        From {senderWords(post)}
        {post.senderAddress && post.senderName ? `, ${post.senderAddress}` : ''}. {addressWords(post, names, knownAs)}
      </p>
      <Form
        action={`/office/mailbox/${post.id}/cases/${head.id}`}
        formFields={<HiddenField name="_form" value={token} />}
      >
        <RadiosField
          form={form}
          name="zone"
          legend="Whose is it?"
          legendSize="m"
          hint="It goes to whoever sent it. The other party does not see it."
          items={zones.map((zone) => ({ value: zone, content: wordsOfZone(zone, names) }))}
        />
        <QualityField form={form} />
        <Button preventDoubleClick>Put it to this case</Button>
      </Form>
    </>
  )
}

function addressWords(post: Post, names: ZoneNames, knownAs: PutToCaseProps['knownAs']): string {
  if (post.senderAddress === null) return ''
  if (knownAs.length === 0) return 'This address stands in neither party’s details.'
  if (knownAs.length === 2) return 'This address stands in the details of both parties.'
  return `This address stands in the details of ${knownAs[0] === 'A' ? names.a : names.b}.`
}
