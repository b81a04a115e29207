import { RadiosField } from '../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../ui/forms/form-state.ts'
import { TextAreaField, TextField } from '../../../ui/forms/text-fields.tsx'
import { longestDetails } from './complaint-fields.ts'

interface Props {
  readonly form: FormState
  /** In the words of a colleague who takes it down, and not of whoever complains. */
  readonly byOffice?: boolean
}

/** What it is about: by this the complaint finds the time in which it is answered. */
export const AboutQuestion = ({ form, byOffice = false }: Props) => (
  <RadiosField
    form={form}
    name="about"
    legend={byOffice ? 'What is it about?' : 'What are you unhappy with?'}
    items={[
      {
        value: 'service',
        content: 'How we work',
        hint: 'For instance a meeting, a colleague, the waiting or the cost.',
      },
      {
        value: 'data',
        content: byOffice ? 'What we do with data' : 'What we do with your data',
        hint: 'For instance that somebody saw it, that it is wrong, or that we did not answer.',
      },
      { value: 'both', content: 'Both' },
    ]}
    small
  />
)

export const WhatHappened = ({ form, byOffice = false }: Props) => (
  <>
    <TextAreaField
      form={form}
      name="details"
      label="What happened?"
      rows={6}
      maxlength={longestDetails}
      threshold={75}
    />
    <TextField
      form={form}
      name="about_whom"
      label={
        byOffice
          ? 'If it is about a colleague: their name (optional)'
          : 'If it is about somebody who works here: who? (optional)'
      }
      hint="They do not see it unless we must ask them."
      spellcheck={false}
    />
    <TextAreaField
      form={form}
      name="wanted"
      label="What would put it right? (optional)"
      rows={3}
      maxlength={2000}
      threshold={75}
    />
  </>
)

export const ForWhom = ({ form, byOffice = false }: Props) => (
  <>
    <RadiosField
      form={form}
      name="made_for"
      legend={byOffice ? 'For whom is it?' : 'For whom do you complain?'}
      items={[
        { value: 'self', content: byOffice ? 'For themselves' : 'For myself' },
        { value: 'represented', content: byOffice ? 'For somebody else' : 'For somebody else who wants me to' },
      ]}
      small
    />
    <TextField
      form={form}
      name="representative"
      label={byOffice ? 'If for somebody else: name of who complains' : 'If for somebody else: your own name'}
      hint="Further down comes the name of the person whom it is for."
      spellcheck={false}
    />
    <TextField form={form} name="organisation" label="If for somebody else: the organisation (optional)" />
  </>
)
