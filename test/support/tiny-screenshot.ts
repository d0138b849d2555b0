/** The first story of the tiny course: chat, post, e-mail, narration; choose, select, spot. */
import type { Scenario } from '../../courses/model/schema.ts';

export const screenshotScenario: Scenario = {
  id: 'scr',
  title: 'Joyce’s screenshot',
  setting: 'A family support team, Tuesday evening',
  summary: 'A grandmother finds your words on a community page.',
  you: 'A social worker in a family support team',
  people: {
    joyce: { name: 'Joyce Adeyemi', role: 'Grandmother and carer' },
    kelly: { name: 'Kelly Marsh', role: 'Parent in the group' },
    tom: { name: 'Tom Price', role: 'Your team manager' },
  },
  tension: {
    between: ['2.2', '2.3'],
    text: 'Joyce’s dignity asks for a private talk. Your role asks you to be clear.',
  },
  judgement: 'How soon to ring is yours to judge. Your employer may have a rule for messages out of hours.',
  supervision: 'When did you last look at who can see what you write?',
  scenes: [
    {
      id: 'evening',
      at: '21:09',
      title: 'The chat',
      blocks: [
        { kind: 'narration', text: 'It is ten past nine at night. You pick up your *phone*.' },
        {
          kind: 'chat',
          title: 'Family support, Tuesdays',
          members: 'Joyce, Kelly, you and 4 others',
          messages: [
            { from: 'kelly', text: 'Anyone else’s worker cancel again?', at: '21:02', reactions: '2 people agree' },
            { from: 'joyce', text: 'I took a screenshot of what she wrote last week.', at: '21:06' },
            { from: 'joyce', picture: 'A screenshot of your post from last week', at: '21:06' },
            { note: 'Kelly left the group' },
            { from: 'me', text: 'Evening both. I can see this chat.', at: '21:09' },
            { from: 'joyce', deleted: true, at: '21:10' },
          ],
        },
      ],
      decision: {
        kind: 'choose',
        id: 'a',
        ask: 'What do you do first?',
        hint: 'Joyce is online now.',
        confidence: true,
        choices: [
          {
            id: 'r',
            text: 'Ring Joyce now, and listen',
            rating: 'strong',
            consequence: 'Joyce picks up at once. She reads you your own words.',
            reason: 'You went to her **in private** and before it spread.',
            clauses: ['security.9'],
            set: ['heard'],
            to: 'post',
          },
          {
            id: 'h',
            text: 'Ask her in the chat to hold off until you have spoken to your manager',
            rating: 'risky',
            consequence: 'Joyce reads it and leaves the group. By ten her post has forty comments.',
            reason: 'You slowed things down, but in front of everyone.',
            clauses: ['security.9', 'security.11'],
            to: 'post',
          },
          {
            id: 'd',
            text: 'Delete your old post before more people find it',
            rating: 'harmful',
            consequence: 'It is gone from your page. It is not gone from Joyce’s phone.',
            reason: 'A screenshot keeps what you delete, and now it looks hidden.',
            clauses: ['security.3'],
            to: 'post',
          },
        ],
        panel: [
          { who: 'Principal social worker', chose: ['r'], why: 'She has a point. Hearing it costs you ten minutes.' },
          { who: 'Team manager', chose: ['h'], why: 'I would want to know before you speak for the team.' },
          { who: 'Social worker, adults', chose: ['r'], why: 'A call is quicker than forty comments.' },
        ],
      },
    },
    {
      id: 'post',
      at: '22:00',
      title: 'The community page',
      blocks: [
        {
          kind: 'post',
          place: 'Millbrook community page',
          author: 'joyce',
          at: '21:41',
          audience: 'Anyone in Millbrook',
          state: 'screenshot',
          headline: 'My grandson’s social worker',
          text: 'This is what she *really* thinks of us.',
          picture: 'Your post of last week, with your name at the top',
          reactions: 61,
          shares: 9,
          comments: [
            { from: 'kelly', text: 'I know which family she means.', at: '21:50' },
            { from: 'Sam from the corner shop', text: 'Shocking.', when: 'not heard' },
          ],
        },
      ],
      next: 'details',
    },
    {
      id: 'details',
      at: 'Wednesday',
      title: 'What gave it away',
      blocks: [
        {
          kind: 'email',
          from: 'tom',
          to: ['me'],
          cc: ['Duty desk'],
          subject: 'Your post',
          at: '08:12',
          body: 'Which parts would let a neighbour know who this is?\n\n- Think of the street.\n- Think of the school.',
          attachments: ['post.png, 210 kB'],
        },
      ],
      decision: {
        kind: 'select',
        id: 'b',
        ask: 'Which details give the family away?',
        choices: [
          { id: 'a', text: 'The blue door', rating: 'strong', reason: 'Only one is blue.', clauses: ['security.9'] },
          { id: 'b', text: 'Twins in year two', rating: 'sound', reason: 'One pair in town.', clauses: ['security.9'] },
          { id: 'c', text: 'It rained', rating: 'risky', reason: 'It rained on everyone.', clauses: ['security.9'] },
        ],
        bands: [
          { from: 67, consequence: 'Tom nods. You see it as a neighbour would.', to: 'spot' },
          { from: 0, consequence: 'Tom shows you the street on a map.', to: 'spot' },
        ],
      },
    },
    {
      id: 'spot',
      title: 'Your words',
      decision: {
        kind: 'spot',
        id: 'c',
        ask: 'Mark what should not be there.',
        source: 'Your post, last week',
        confidence: true,
        text: 'Long day. [The twins on Mill Lane](#a) were a handful, and [their gran](#b) shouted. [Tea now](#c).',
        choices: [
          { id: 'a', text: 'The twins on Mill Lane', rating: 'strong', reason: 'A place.', clauses: ['security.9'] },
          { id: 'b', text: 'their gran', rating: 'sound', reason: 'A person.', clauses: ['security.9'] },
          { id: 'c', text: 'Tea now', rating: 'risky', reason: 'Harmless.', clauses: ['security.9'] },
        ],
        bands: [
          {
            from: 60,
            consequence: 'You would not write it again.',
            to: [{ when: 'heard', scene: 'well' }, { scene: 'mixed' }],
          },
          { from: 0, consequence: 'Kelly finds the one that you missed.', to: 'hard' },
        ],
      },
    },
    {
      id: 'well',
      title: 'The visit',
      ending: { tone: 'well', title: 'Heard', text: 'Joyce takes the post down herself.' },
    },
    {
      id: 'mixed',
      title: 'The visit',
      ending: { tone: 'mixed', title: 'A door ajar', text: 'Joyce lets you in, but not past the hall.' },
    },
    {
      id: 'hard',
      title: 'The visit',
      ending: { tone: 'hard', title: 'A closed door', text: 'Joyce asks for somebody else.' },
    },
  ],
};
