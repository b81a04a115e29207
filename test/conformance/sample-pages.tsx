import type { VNode } from 'preact'
import { Alert } from '../../src/ui/components/alert.tsx'
import { Badge } from '../../src/ui/components/badge.tsx'
import { Breadcrumbs } from '../../src/ui/components/breadcrumbs.tsx'
import { Button } from '../../src/ui/components/button.tsx'
import { CookieBanner } from '../../src/ui/components/cookie-banner.tsx'
import { Details } from '../../src/ui/components/details.tsx'
import { InsetText } from '../../src/ui/components/inset-text.tsx'
import { NotificationBanner } from '../../src/ui/components/notification-banner.tsx'
import { Pagination } from '../../src/ui/components/pagination.tsx'
import { Panel } from '../../src/ui/components/panel.tsx'
import { ScrollArea } from '../../src/ui/components/scroll-area.tsx'
import { SubNavigation } from '../../src/ui/components/sub-navigation.tsx'
import { SummaryList } from '../../src/ui/components/summary-list.tsx'
import { Table } from '../../src/ui/components/table.tsx'
import { Tag, type TagColour } from '../../src/ui/components/tag.tsx'
import { Timeline } from '../../src/ui/components/timeline.tsx'
import { TopBar } from '../../src/ui/components/top-bar.tsx'
import { WarningText } from '../../src/ui/components/warning-text.tsx'
import { ZoneBar, ZoneTag } from '../../src/ui/components/zone.tsx'
import { CheckboxesField, DateField, RadiosField, SelectField } from '../../src/ui/forms/choice-fields.tsx'
import { Form, FormErrorSummary } from '../../src/ui/forms/form.tsx'
import { type FormState, filledForm, hasErrors } from '../../src/ui/forms/form-state.ts'
import {
  EmailField,
  FileField,
  HiddenField,
  PasswordField,
  PostcodeField,
  TelephoneField,
  TextAreaField,
  TextField,
} from '../../src/ui/forms/text-fields.tsx'
import { ErrorPage } from '../../src/ui/layouts/error-page.tsx'
import { OfficePage } from '../../src/ui/layouts/office-page.tsx'
import { PrintPage } from '../../src/ui/layouts/print-page.tsx'
import { PublicPage } from '../../src/ui/layouts/public-page.tsx'

/** Invented pages that show every component and layout once, for tests in a browser. */
const service = {
  name: 'Harbour Family Mediation',
  telephone: '01632 960 144',
  hours: 'Monday to Friday, 9am to 5pm',
  smallPrint: 'Harbour Family Mediation is an invented charity. 12 Quay Street, Westhaven.',
}

const navigation = [
  { text: 'First meeting', href: '/first-meeting' },
  { text: 'What it costs', href: '/costs' },
  { text: 'Getting started', href: '/start' },
  { text: 'Contact us', href: '/contact' },
]

const cookieBanner = (
  <form method="post" action="/cookies">
    <CookieBanner
      ariaLabel="Cookies on this website"
      messages={[
        {
          heading: 'Cookies on this website',
          content: 'We would like to count how often our pages are read. We count nothing unless you say yes.',
          actions: [
            { text: 'Yes, count my visits', type: 'submit', name: 'count', value: 'yes' },
            { text: 'No, do not count', type: 'submit', name: 'count', value: 'no' },
            { text: 'How we use cookies', href: '/cookies' },
          ],
        },
      ]}
    />
  </form>
)

const home = (
  <PublicPage
    title="Home"
    path="/"
    service={service}
    navigation={navigation}
    cookieBanner={cookieBanner}
    lead={
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">Sort things out, without going to court</h1>
          <p class="govuk-body-l">
            We help parents who have separated to agree about their children and their money. You do not have to be in
            the same room.
          </p>
          <Button href="/start" isStartButton>
            Get started
          </Button>
        </div>
      </div>
    }
  >
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds ev-prose">
        <h2>What happens</h2>
        <ol>
          <li>You tell us how we may contact you safely.</li>
          <li>You meet a mediator by yourself. This is a first meeting (MIAM).</li>
          <li>If mediation suits you both, we meet and talk.</li>
        </ol>
        <p>
          The first meeting takes an hour. <a href="/costs">See what it costs</a>.
        </p>
        <InsetText>You can bring someone with you to the first meeting.</InsetText>
        <Details summary="Is it safe for me?">
          <p class="govuk-body">We ask you about safety first, and by yourself.</p>
        </Details>
        <WarningText>If you are in danger now, call 999.</WarningText>
      </div>
    </div>
    <Pagination
      previous={{ href: '/costs', labelText: 'What it costs' }}
      next={{ href: '/start', labelText: 'Getting started' }}
    />
  </PublicPage>
)

const contactChoices = [
  { value: 'telephone', content: 'Telephone', hint: 'We say only our first names.' },
  { value: 'email', content: 'E-mail' },
  { divider: 'or' },
  { value: 'none', content: 'Do not contact me. I will contact you.' },
] as const

const publicForm = (form: FormState) => (
  <PublicPage
    title="How may we contact you"
    path="/start"
    service={service}
    navigation={navigation}
    hasErrors={hasErrors(form)}
    backHref="/start"
    notices={
      <NotificationBanner titleHeadingLevel={2}>
        <p class="govuk-body">We are closed on Thursday 24 and Friday 25 December.</p>
      </NotificationBanner>
    }
  >
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <FormErrorSummary form={form} />
        <h1 class="govuk-heading-l">How may we contact you?</h1>
        <Form action="/start" draftUrl="/draft" formFields={<HiddenField name="token" value="abc" />}>
          <TextField form={form} name="name" label="Your name" autocomplete="name" hint="As you want us to call you." />
          <RadiosField form={form} name="contact" legend="How is it safe to contact you?" items={contactChoices} />
          <TelephoneField form={form} name="telephone" label="Telephone number" />
          <EmailField form={form} name="email" label="E-mail address" />
          <PostcodeField form={form} name="postcode" />
          <DateField
            form={form}
            name="birth"
            legend="Date of birth"
            hint="For example, 27 3 1988. Leave empty what you do not know."
          />
          <CheckboxesField
            form={form}
            name="times"
            legend="When may we call?"
            items={[
              { value: 'morning', content: 'Morning' },
              { value: 'afternoon', content: 'Afternoon' },
              { value: 'never', content: 'Never', behaviour: 'exclusive' },
            ]}
          />
          <SelectField
            form={form}
            name="office"
            label="Nearest office"
            items={[
              { value: '', text: 'Choose an office' },
              { value: 'westhaven', text: 'Westhaven' },
            ]}
          />
          <TextAreaField form={form} name="words" label="What would you like us to know?" maxlength={200} />
          <FileField form={form} name="letter" label="A letter you want to show us" accept=".pdf,.jpg" />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Send</Button>
            <a class="govuk-link" href="/">
              Do not send
            </a>
          </div>
        </Form>
      </div>
    </div>
  </PublicPage>
)

const wrong: FormState = {
  values: {
    name: '<b>Robin</b> "Quill"',
    contact: 'email',
    'birth-day': '31',
    'birth-year': '1988',
    times: ['morning'],
  },
  errors: {
    telephone: 'Enter a telephone number, like 01632 960 001',
    'birth-month': 'Enter the month, or leave the whole date empty',
    words: 'Use 200 characters or fewer',
    letter: 'Choose a PDF or a picture',
  },
}

const done = (
  <PublicPage title="We have your message" path="/start/done" service={service} navigation={navigation}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Panel title="We have your message">
          Your reference is <strong>QJ7 4KD</strong>
        </Panel>
        <h2 class="govuk-heading-m">What happens next</h2>
        <p class="govuk-body">We call you within two working days, on the number you said is safe.</p>
      </div>
    </div>
  </PublicPage>
)

const officeFrame = {
  service,
  person: { name: 'Maya Lindqvist', role: 'Coordinator' },
  navigation: [
    { text: 'Today', href: '/office/today', waiting: 3 },
    { text: 'Enquiries', href: '/office/enquiries' },
    { text: 'Cases', href: '/office/cases' },
    { text: 'Diary', href: '/office/diary' },
    { text: 'Records', href: '/office/records' },
  ],
  searchAction: '/office/search',
}

const states: readonly (readonly [string, TagColour])[] = [
  ['New', 'blue'],
  ['Waiting', 'yellow'],
  ['Booked', 'teal'],
  ['Closed', 'grey'],
  ['Due', 'orange'],
  ['Held', 'purple'],
  ['Late', 'red'],
  ['Done', 'green'],
  ['Draft', 'magenta'],
]

const enquiries = (
  <OfficePage {...officeFrame} title="Enquiries" path="/office/enquiries">
    <h1 class="govuk-heading-l">Enquiries</h1>
    <Alert variant="warning" title="Two enquiries wait longer than two days" />
    <Alert variant="success" title="Saved" showTitleAsHeading>
      The enquiry of Robin Quill is marked as answered.
    </Alert>
    <ScrollArea label="Enquiries">
      <Table
        caption="Waiting for an answer"
        captionClasses="govuk-table__caption--m"
        sortable
        firstCellIsHeader
        head={['Name', 'Came', 'By', 'State', { content: 'Paid', format: 'numeric' }, 'Next']}
        rows={states.map(([state, colour], index) => [
          <a class="govuk-link" href={`/office/enquiries/${index}`}>
            {['Robin Quill', 'Ashley Brook', 'Kim Vale'][index % 3]}
          </a>,
          { content: `${20 - index} Nov, ${index} days ago`, sortValue: `2026-11-${20 - index}` },
          'Website',
          <Tag colour={colour}>{state}</Tag>,
          { content: `£${index * 30}`, format: 'numeric', sortValue: index * 3000 },
          'Call back',
        ])}
      />
    </ScrollArea>
    <Pagination next={{ href: '?after=9' }} />
  </OfficePage>
)

const party = (name: string) => (
  <SummaryList
    card={{ title: { content: name, headingLevel: 2 } }}
    rows={[
      {
        key: 'Safe to call',
        value: 'Yes, mornings',
        actions: { items: [{ href: '#', content: 'Change', visuallyHiddenText: 'safe to call' }] },
      },
      { key: 'Telephone', value: '01632 960 222' },
    ]}
  />
)

const officeCase = (
  <OfficePage
    {...officeFrame}
    title="Quill and Brook"
    path="/office/cases/1"
    banner={
      <TopBar label="Demonstration">
        <span>Demonstration. Today is Tuesday 24 November 2026.</span>
        <button type="button" class="ev-small-button">
          Next day
        </button>
        <a href="#main">All people</a>
      </TopBar>
    }
  >
    <Breadcrumbs items={[{ content: 'Cases', href: '/office/cases' }, { content: 'Quill and Brook' }]} />
    <h1 class="govuk-heading-l">
      Robin Quill and Ashley Brook <Badge>Live</Badge>
    </h1>
    <SubNavigation
      label="Case"
      items={[
        { content: 'Overview', href: '#', active: true },
        { content: 'File', href: '#' },
        { content: 'History', href: '#' },
      ]}
    />
    <div class="ev-two">
      {party('Robin Quill')}
      {party('Ashley Brook')}
    </div>
    <h2 class="govuk-heading-m">The file</h2>
    <ZoneBar zone="a" words="Robin only">
      <p class="govuk-body">Prefers mornings. Comes by bus.</p>
    </ZoneBar>
    <ZoneBar zone="b" words="Ashley only">
      <p class="govuk-body">Works nights until Thursday.</p>
    </ZoneBar>
    <ZoneBar zone="joint" words="Both">
      <Form action="/note" draftUrl="/draft" draftSaved="yesterday at 2:30pm">
        <TextAreaField
          form={filledForm({ note: 'We agreed the holidays.' })}
          name="note"
          label="Summary of the session"
        />
        <Button>Save for both</Button>
      </Form>
    </ZoneBar>
    <p class="govuk-body">
      <ZoneTag zone="office" words="Office only" />
    </p>
    <Timeline
      headingLevel={3}
      items={[
        {
          title: 'First meeting held',
          by: 'Sol Marsh',
          when: 'Tue 24 Nov, 2 hours ago',
          datetime: '2026-11-24T10:00',
          content: 'By telephone.',
        },
        { title: 'Case opened', by: 'Maya Lindqvist', when: 'Mon 2 Nov, 3 weeks ago', datetime: '2026-11-02T09:00' },
      ]}
    />
    <Button classes="govuk-button--secondary">Move the appointment</Button>{' '}
    <Button classes="govuk-button--warning">Close the case</Button>
  </OfficePage>
)

const signIn = (
  <PublicPage title="Sign in" path="/sign-in" service={service} exitThisPage={false} footerLinks={[]}>
    <h1 class="govuk-heading-l">Sign in</h1>
    <Form action="/sign-in">
      <EmailField form={filledForm({})} name="email" label="E-mail address" autocomplete="username" />
      <PasswordField form={filledForm({})} name="password" label="Password" />
      <Button>Sign in</Button>
    </Form>
  </PublicPage>
)

const tooLarge = (
  <ErrorPage title="That was too much to send" service={service}>
    <p class="govuk-body">Press the Back button of your browser: what you wrote is still there.</p>
  </ErrorPage>
)

const print = (
  <PrintPage title="Your reference" service={service} backHref="/start/done" dated="24 November 2026">
    <p class="govuk-body">QJ7 4KD. Keep this page, and tell us the reference when you call.</p>
  </PrintPage>
)

/** Every sample by the path under which a test serves it. */
export const samplePages: Readonly<Record<string, VNode>> = {
  '/': home,
  '/start': publicForm(filledForm({})),
  '/start/wrong': publicForm(wrong),
  '/start/done': done,
  '/sign-in': signIn,
  '/office/enquiries': enquiries,
  '/office/cases/1': officeCase,
  '/too-large': tooLarge,
  '/print': print,
}
