import { Alert } from '../../../../ui/components/alert.tsx'
import { BackLink } from '../../../../ui/components/back-link.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { InsetText } from '../../../../ui/components/inset-text.tsx'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { Post } from '../../data/post-reads.ts'
import { kindAdvice, kindWords, whyWords } from '../../domain/post.ts'
import { PostTag } from './mailbox.page.tsx'
import { ItsFiles, WhatItSays } from './post-parts.tsx'

export interface PostPageProps {
  readonly post: Post
  /** The number of the case that it seems to be about, or is in. */
  readonly caseReference: string | null
  readonly form: FormState
  readonly tokens: { readonly enquiry: string; readonly aside: string }
}

/** One letter or e-mail: why it is here, what it says, what can be done with it. */
export function PostPage({ post, caseReference, form, tokens }: PostPageProps) {
  return (
    <>
      <BackLink href="/office/mailbox">Mailbox</BackLink>
      <FormErrorSummary form={form} />
      <span class="govuk-caption-l">{post.medium === 'letter' ? 'Letter' : 'E-mail'}</span>
      <h1 class="govuk-heading-l">{post.subject || 'No subject'}</h1>
      <p class="govuk-body">
        <PostTag post={post} />
      </p>
      <WhyHere post={post} caseReference={caseReference} />
      <WhatItSays post={post} />
      <ItsFiles post={post} href={(file) => (file.fileId ? `/office/files/${file.fileId}` : null)} />
      {post.attachments.some((it) => !it.fileId) && (
        <p class="govuk-hint">Files are checked, and can be opened, once this is put to a case.</p>
      )}
      <WhatNext post={post} caseReference={caseReference} form={form} tokens={tokens} />
    </>
  )
}

function WhyHere({ post, caseReference }: Pick<PostPageProps, 'post' | 'caseReference'>) {
  const advice = kindAdvice[post.kind]
  const undecided = post.status === 'waiting' || post.status === 'new'
  return (
    <>
      {advice && (
        <Alert variant="warning" title={kindWords[post.kind]} showTitleAsHeading headingTag="h2">
          <p class="govuk-body">{advice}</p>
        </Alert>
      )}
      {post.duplicateOf && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/mailbox/${post.duplicateOf}`}>
            The first of the two
          </a>
        </p>
      )}
      {undecided && post.why && (
        <InsetText>
          {whyWords[post.why]}
          {caseReference && ` It seems to be about case ${caseReference}.`}
        </InsetText>
      )}
    </>
  )
}

function WhatNext({ post, caseReference, form, tokens }: PostPageProps) {
  if (post.status === 'filed' && post.caseId)
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={`/office/cases/${post.caseId}/post/${post.id}`}>
          It is in case {caseReference}
        </a>
      </p>
    )
  const one = (verb: 'enquiry' | 'aside', words: string) => (
    <Form action={`/office/mailbox/${post.id}/${verb}`} formFields={<HiddenField name="_form" value={tokens[verb]} />}>
      <Button preventDoubleClick classes="govuk-button--secondary" id={verb}>
        {words}
      </Button>
    </Form>
  )
  return (
    <>
      <h2 class="govuk-heading-m">What next</h2>
      {post.enquiryId && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/office/enquiries/${post.enquiryId}`}>
            Go to the enquiry
          </a>
        </p>
      )}
      <form method="get" action={`/office/mailbox/${post.id}/case`} noValidate>
        <TextField
          form={form.values.reference === undefined ? { ...form, values: { reference: caseReference ?? '' } } : form}
          name="reference"
          label="Put it to a case"
          hint="The number of the case, like C-4KTX-9QM. You then choose whose part of the file it goes to."
          width={10}
          autocapitalize="characters"
          spellcheck={false}
        />
        <Button>Go on to the case</Button>
      </form>
      {post.status !== 'enquiry' && one('enquiry', 'Make an enquiry of it')}
      {(post.status === 'waiting' || post.status === 'new') && one('aside', 'Set it aside')}
    </>
  )
}
