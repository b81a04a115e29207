import type { CompiledPolicy } from '../../../../policy/compiled.ts'
import { fill } from '../../../../policy/prose/slots.ts'
import type { Content } from '../../../../ui/components/common.ts'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { TextField } from '../../../../ui/forms/text-fields.tsx'
import { telephoneHref } from '../../../../ui/layouts/service-facts.ts'
import type { PublishedSettings } from '../../../settings/index.ts'
import { trapField } from './sending-doubts.ts'

/** The column in which a form stands, with what is wrong above its heading. */
export const FormColumn = ({
  form,
  heading,
  children,
}: {
  readonly form: FormState
  readonly heading: string
  readonly children: Content
}) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">{heading}</h1>
      {children}
    </div>
  </div>
)

export const Danger = () => <WarningText>If somebody is in danger now, call 999.</WarningText>

/** Says where people are asked what will be done with what they tell, in the policy's own words. */
export const WhatWeDoWithThis = ({
  policy,
  published,
}: {
  readonly policy: CompiledPolicy
  readonly published: PublishedSettings
}) => (
  <p class="govuk-body">
    {fill(policy, policy.text.summaryUse, published)}{' '}
    <a class="govuk-link" href="/privacy">
      Read our privacy notice
    </a>
    .
  </p>
)

/** What people are called, as they have it: not everybody has two names. */
export const YourName = ({ form }: { readonly form: FormState }) => (
  <>
    <TextField
      form={form}
      name="given_name"
      label="Your first name"
      width={20}
      autocomplete="given-name"
      spellcheck={false}
    />
    <TextField
      form={form}
      name="family_name"
      label="Your last name"
      width={20}
      hint="Leave this empty if you have one name only."
      autocomplete="family-name"
      spellcheck={false}
    />
  </>
)

/** A field that people neither see nor reach, and that programs fill. Its name means nothing to a browser's own filling. */
export const Trap = () => (
  <div class="govuk-visually-hidden" aria-hidden="true">
    <label for={trapField}>Leave this empty</label>
    <input id={trapField} name={trapField} type="text" tabindex={-1} autocomplete="off" />
  </div>
)

/** What to do instead when the forms are too busy. */
export const RingUs = ({ telephone }: { readonly telephone: string }) =>
  telephone ? (
    <>
      {' '}
      You can also call us on{' '}
      <a class="govuk-link" href={telephoneHref(telephone)}>
        {telephone}
      </a>
      .
    </>
  ) : null
