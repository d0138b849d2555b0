/** One launch: the order of calls, what each answers, and every rule that the content breaks. */
import { type Answer, done, nothingWritten, refused } from './answers.ts';
import { CODES } from './codes.ts';
import { createDataModel, type DataModel, type Refusal } from './data-model.ts';
import { hundredths } from './formats.ts';
import { givenValues, leftSuspended } from './given.ts';
import type { Call, CallName, Fault, LaunchLog, LaunchOptions, LmsRecord, Violation } from './record.ts';
import { judgeCommit, judgeTerminate, judgeWrite, type Seen } from './states.ts';

const RULES: Readonly<Record<Refusal, string | undefined>> = {
  unknown: 'element-known',
  readOnly: 'element-access',
  writeOnly: 'element-access',
  format: 'value-format',
  index: 'collection-order',
  dependency: 'interaction-order',
  // Asking for what was never set is how content learns that it is new.
  unset: undefined,
};

export class Session {
  readonly #options: LaunchOptions;
  readonly #model: DataModel;
  readonly #calls: Call[] = [];
  readonly #violations: Violation[] = [];
  readonly #inSession = new Set<string>();
  /** Names set since the content last asked for a commit, whether or not that was answered. */
  readonly #sinceCommit = new Set<string>();
  /** Names set and not yet sent. In 1.2 the next commit sends these only, as Moodle does; 2004 sends all each time. */
  readonly #unsent = new Set<string>();
  /** Whether a value was refused by a fault since then: the content cannot be blamed for what is missing. */
  #isMissingValues = false;
  #state: 'before' | 'running' | 'after' = 'before';
  #record: LmsRecord;
  /** Hundredths of a second of this session that the record has. */
  #counted = 0;
  #code = 0;

  constructor(options: LaunchOptions, found: LmsRecord) {
    this.#options = options;
    this.#record = { ...found, launches: found.launches + 1 };
    // A 2004 attempt that was not suspended is over: the next launch begins a new one (RTE 4.2.8).
    const kept = options.standard === 'scorm2004' && !leftSuspended(found) ? {} : withoutExit(found.values);
    this.#model = createDataModel(options.standard, givenValues(options, found), kept);
  }

  /** The record has changed: another window of the same learner has committed. */
  meet(record: LmsRecord): void {
    this.#record = record;
  }

  /**
   * Answers as the LMS does. Offline it answers as if all were well, keeps nothing, and does not send it again.
   * @throws Error where a fault says so, as a frame of another origin would
   */
  call(name: CallName, args: readonly unknown[], online = true): string {
    const { standard } = this.#options;
    const fault = this.#faultAt(name);
    if (fault) this.#suffer(name, fault.how);
    const broken = { answer: name === 'GetValue' ? '' : 'false', code: CODES[standard].broken[name], breaches: [] };
    const failed = fault?.how === 'forgets' ? done() : broken;
    const { answer, code, breaches } = fault ? failed : this.#answer(name, args, online);
    this.#code = code;
    const call = this.#calls.push({ name, args, answer, code }) - 1;
    this.#violations.push(...breaches.map(({ rule, text }) => ({ id: `${standard}.${rule}`, text, call })));
    if (fault?.how === 'throw') throw new Error(`The LMS broke at ${name}.`);
    return answer;
  }

  lastError(): number {
    return this.#code;
  }

  log(): LaunchLog {
    return { calls: this.#calls, violations: this.#violations, terminated: this.#state === 'after' };
  }

  /** What will be found at the next launch. */
  record(): LmsRecord {
    return this.#record;
  }

  #faultAt(name: CallName) {
    const nth = this.#calls.filter((one) => one.name === name).length + 1;
    return this.#options.faults.find((one) => one.call === name && nth >= one.from && nth <= (one.to ?? nth));
  }

  #suffer(name: CallName, how: Fault['how']): void {
    if (name === 'SetValue') this.#isMissingValues = true;
    if (name === 'Commit') this.#sinceCommit.clear();
    if (name === 'Commit' && how === 'lost') this.#unsent.clear();
  }

  #answer(name: CallName, args: readonly unknown[], online: boolean): Answer {
    const codes = CODES[this.#options.standard];
    const outOfTurn = this.#outOfTurn(name);
    if (outOfTurn) return outOfTurn;
    const wanted = name === 'SetValue' ? 2 : 1;
    const [first, second] = args;
    if (args.length !== wanted || typeof first !== 'string' || (wanted === 2 && typeof second !== 'string')) {
      const text = `${name} takes ${wanted} strings, and was given ${JSON.stringify(args)}.`;
      return refused(codes.argument, 'string-arguments', text);
    }
    if (name === 'GetValue') return this.#getValue(first);
    if (name === 'SetValue') return this.#setValue(first, String(second));
    if (first !== '') return refused(codes.argument, 'empty-argument', `${name} was given “${first}”.`);
    if (name === 'Commit') return this.#commit(online);
    if (name === 'Terminate') return this.#terminate(online);
    this.#state = 'running';
    return done();
  }

  #outOfTurn(name: CallName): Answer | undefined {
    const codes = CODES[this.#options.standard];
    if (name === 'Initialize') {
      if (this.#state === 'before') return undefined;
      const code = this.#state === 'running' ? codes.again : codes.over;
      return refused(code, 'initialize-once', 'A session was begun a second time.');
    }
    if (this.#state === 'before') {
      return refused(codes.before[name], 'initialize-first', `${name} came before the session began.`);
    }
    if (this.#state === 'running') return undefined;
    const rule = name === 'Terminate' ? 'terminate-once' : 'terminate-last';
    return refused(codes.after[name], rule, `${name} came after the session had ended.`);
  }

  #getValue(name: string): Answer {
    const read = this.#model.read(name);
    if ('value' in read) return { ...done(), answer: this.#judged(name) ?? read.value };
    const code = CODES[this.#options.standard][read.refused];
    const rule = RULES[read.refused];
    return rule
      ? refused(code, rule, `${name} cannot be read: ${read.refused}.`, '')
      : { answer: '', code, breaches: [] };
  }

  /** With thresholds in the manifest a 2004 LMS judges for itself, whatever the content says. */
  #judged(name: string): string | undefined {
    const { passingScore, completionThreshold } = this.#options;
    if (name === 'cmi.success_status' && passingScore !== undefined) {
      const scaled = this.#model.peek('cmi.score.scaled');
      return scaled === '' ? 'unknown' : Number(scaled) >= passingScore ? 'passed' : 'failed';
    }
    if (name === 'cmi.completion_status' && completionThreshold !== undefined) {
      const progress = this.#model.peek('cmi.progress_measure');
      return progress === '' ? 'unknown' : Number(progress) >= completionThreshold ? 'completed' : 'incomplete';
    }
    return undefined;
  }

  #setValue(name: string, value: string): Answer {
    const held = this.#model.peek(name);
    const refusal = this.#model.write(name, value);
    if (refusal) {
      const text = `${name} does not take “${value.slice(0, 80)}”: ${refusal}.`;
      return refused(CODES[this.#options.standard][refusal], RULES[refusal] ?? 'element-known', text);
    }
    this.#inSession.add(name);
    this.#sinceCommit.add(name);
    this.#unsent.add(name);
    return done(this.#isReadOnly() ? [nothingWritten(name)] : judgeWrite(name, value, held));
  }

  #commit(online: boolean): Answer {
    const breaches = this.#isMissingValues ? [] : judgeCommit(this.#options.standard, this.#seen());
    this.#isMissingValues = false;
    this.#keep(online);
    return done(this.#isReadOnly() ? [nothingWritten('A commit')] : breaches);
  }

  #terminate(online: boolean): Answer {
    const isExcused = this.#isReadOnly() || this.#isMissingValues;
    const breaches = isExcused ? [] : judgeTerminate(this.#options.standard, this.#seen());
    this.#keep(online);
    this.#state = 'after';
    return done(breaches);
  }

  #keep(online: boolean): void {
    this.#sinceCommit.clear();
    const sent = Object.entries(this.#model.all()).filter(([one]) => this.#isSent(one));
    this.#unsent.clear();
    // A session that set nothing leaves the record as it was, suspended or not.
    if (!online || this.#inSession.size === 0) return;
    const values = {
      ...this.#untouched(),
      ...Object.fromEntries(sent.map(([one, value]) => [one, this.#judged(one) ?? value])),
    };
    const name = this.#options.standard === 'scorm12' ? 'cmi.core.session_time' : 'cmi.session_time';
    const time = hundredths(this.#model.peek(name));
    this.#record = { ...this.#record, values, totalTime: this.#record.totalTime - this.#counted + time };
    this.#counted = time;
  }

  #isSent(name: string): boolean {
    if (['cmi.session_time', 'cmi.core.session_time', 'adl.nav.request'].includes(name)) return false;
    return this.#options.standard === 'scorm2004' || this.#unsent.has(name);
  }

  /** What stays in the record whatever this session sends: in 2004 nothing. */
  #untouched(): LmsRecord['values'] {
    if (this.#options.standard === 'scorm2004') return {};
    return this.#inSession.has('cmi.core.exit') ? this.#record.values : withoutExit(this.#record.values);
  }

  #seen(): Seen {
    return { peek: this.#model.peek, inSession: this.#inSession, sinceCommit: this.#sinceCommit };
  }

  #isReadOnly(): boolean {
    return this.#options.mode === 'browse' || this.#options.mode === 'review';
  }
}

function withoutExit(values: LmsRecord['values']): Record<string, string> {
  const { 'cmi.exit': _, 'cmi.core.exit': __, ...rest } = values;
  return rest;
}
