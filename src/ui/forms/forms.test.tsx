import { expect, test } from 'vitest'
import { renderPart } from '../render.ts'
import { CheckboxesField, DateField, RadiosField, SelectField } from './choice-fields.tsx'
import { Form, FormErrorSummary } from './form.tsx'
import { blankForm, type FormState, filledForm, hasErrors } from './form-state.ts'
import { FileField, PasswordField, PostcodeField, TextAreaField, TextField } from './text-fields.tsx'

const typedForm: FormState = {
  values: {
    name: '"Ø" <b>',
    words: '\nsecond line',
    contact: 'email',
    times: ['morning', 'evening'],
    office: 'east',
    'born-day': '31',
    'born-year': '19x8',
  },
  errors: { name: 'Enter your name', 'born-year': 'Enter the year', '': 'Send it once more' },
}
const items = ['telephone', 'email'].map((value) => ({ value, content: value }))

test('a text field keeps what was typed and says what is wrong', () => {
  const html = renderPart(<TextField form={typedForm} name="name" label="Your name" width={20} />)
  expect(html).toContain('value="&quot;Ø&quot; &lt;b>"')
  expect(html).toContain('id="name"')
  expect(html).toContain('aria-describedby="name-error"')
  expect(html).toContain('Enter your name')
  expect(html).toContain('govuk-input--width-20')
})

test('a text area keeps a line break at its beginning, which a browser would drop', () => {
  const html = renderPart(<TextAreaField form={typedForm} name="words" label="Words" />)
  expect(html).toContain('>\n\nsecond line</textarea>')
  expect(renderPart(<TextAreaField form={typedForm} name="words" label="Words" maxlength={50} />)).toContain(
    'data-maxlength="50"',
  )
})

test('choices keep what was chosen, one or several', () => {
  const radios = renderPart(<RadiosField form={typedForm} name="contact" legend="How" items={items} />)
  expect(radios.match(/value="email" checked/g)).toHaveLength(1)
  const times = ['morning', 'noon', 'evening'].map((value) => ({ value, content: value }))
  const boxes = renderPart(<CheckboxesField form={typedForm} name="times" legend="When" items={times} />)
  expect(boxes.match(/checked/g)).toHaveLength(2)
  const one = renderPart(
    <CheckboxesField form={filledForm({ times: 'noon' })} name="times" legend="When" items={times} />,
  )
  expect(one).toContain('value="noon" checked')
  const offices = [
    { value: 'west', text: 'West' },
    { value: 'east', text: 'East' },
  ]
  const select = renderPart(<SelectField form={typedForm} name="office" label="Office" items={offices} />)
  expect(select).toContain('<option value="east" selected>East</option>')
})

test('a date keeps its parts, marks the wrong one, and can be led to', () => {
  const html = renderPart(<DateField form={typedForm} name="born" legend="Born" autocomplete="bday" />)
  expect(html).toMatch(/id="born" name="born-day"[^>]*value="31"/)
  expect(html).toMatch(/govuk-input--error[^>]*id="born-year" name="born-year"[^>]*value="19x8"/)
  expect(html.match(/govuk-input--error/g)).toHaveLength(1)
  expect(html).toContain('autocomplete="bday-month"')
})

test('an error of the whole date marks all its parts', () => {
  const html = renderPart(<DateField form={{ values: {}, errors: { born: 'Too late' } }} name="born" legend="Born" />)
  expect(html.match(/govuk-input--error/g)).toHaveLength(3)
})

test('a password is not given back', () => {
  const html = renderPart(
    <PasswordField form={filledForm({ password: 'secret words' })} name="password" label="Password" />,
  )
  expect(html).not.toContain('secret words')
})

test('a postcode and a file say what they are for', () => {
  expect(renderPart(<PostcodeField form={blankForm} name="postcode" />)).toContain('autocomplete="postal-code"')
  expect(renderPart(<FileField form={blankForm} name="file" label="File" accept=".pdf" />)).toContain('accept=".pdf"')
})

test('the summary links each error to its field, and the form’s own to none', () => {
  const html = renderPart(<FormErrorSummary form={typedForm} />)
  expect(html).toContain('<a href="#name">Enter your name</a>')
  expect(html).toContain('<a href="#born-year">Enter the year</a>')
  expect(html).toContain('<li>Send it once more</li>')
  expect(hasErrors(typedForm)).toBe(true)
  expect(renderPart(<FormErrorSummary form={blankForm} />)).toBe('')
})

test('a form with files says so; a draft has its line', () => {
  const html = renderPart(
    <Form action="/a" files draftUrl="/a/draft" draftSaved="at 2pm">
      x
    </Form>,
  )
  expect(html).toContain('enctype="multipart/form-data"')
  expect(html).toContain('data-draft="/a/draft"')
  expect(html).toContain('Saved at 2pm')
})
