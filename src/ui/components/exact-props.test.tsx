import { expect, test } from 'vitest'
import { renderPart } from '../render.ts'
import { Button } from './button.tsx'
import { Input } from './input.tsx'
import { Radios } from './radios.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'

/** Type-checking is the test: each expectation of an error that is not met fails it. */
test('a misspelt option does not compile', () => {
  const wrong = [
    // @ts-expect-error a misspelt option
    <Button isStartBotton>Go</Button>,
    // @ts-expect-error a value that is none of the choices
    <Button type="send">Go</Button>,
    // @ts-expect-error a button without words
    <Button name="go" />,
    // @ts-expect-error a misspelt option of an option
    <Input name="a" label={{ content: 'A', isPageHeding: true }} />,
    // @ts-expect-error a field without a label
    <Input name="a" />,
    // @ts-expect-error an option of an item
    <Radios name="a" items={[{ value: 'a', content: 'A', hnit: 'B' }]} />,
    // @ts-expect-error a format that there is not
    <Table rows={[[{ content: '1', format: 'number' }]]} />,
    // @ts-expect-error a colour that there is not
    <Tag colour="teel">A</Tag>,
    // @ts-expect-error style is refused by the security policy
    <Tag attributes={{ style: 'color: red' }}>A</Tag>,
    // @ts-expect-error script is refused by the security policy
    <Tag attributes={{ onclick: 'go()' }}>A</Tag>,
  ]
  expect(wrong).toHaveLength(10)
})

test('what may be left out may be undefined', () => {
  const name: string | undefined = undefined
  expect(renderPart(<Button name={name}>Go</Button>)).toBe(
    '<button type="submit" class="govuk-button" data-module="govuk-button">Go</button>',
  )
})
