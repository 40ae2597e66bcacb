import type { Board } from '../api/boardApi';
import { WaitingClock } from '../conversations/list/WaitingClock';
import { useText } from '../text/ConsoleTextContext';
import styles from './BoardPage.module.css';
import { FigureCard } from './FigureCard';
import { percentText, ratioText, standing, strictest } from './figures';

/** The day at a glance. */
export function BoardFigures({ board }: { board: Board }) {
  const { text } = useText();
  const words = text.board;
  const { today, waiting, promises, agents, channels } = board;
  const longest = waiting[0]?.waitingSince;
  const rateTarget = strictest(channels.map((channel) => channel.replyRateTarget));
  const ratioTarget = strictest(channels.map((channel) => channel.replyRatioTarget));
  const time = (seconds: number | null) => (seconds === null ? '–' : words.seconds(Math.round(seconds)));
  const target = (value: string | null) => (value === null ? words.noTarget : words.target(value));

  return (
    <div className={styles.cards}>
      <FigureCard
        testId="board-waiting"
        label={words.waiting}
        value={waiting.length}
        note={
          longest ? (
            <>
              {words.longest} <WaitingClock since={longest} />
            </>
          ) : (
            words.nobodyWaits
          )
        }
        standing={waiting.length === 0 ? 'good' : 'open'}
      />
      <FigureCard
        testId="board-promises"
        label={words.openPromises}
        value={promises.open}
        note={promises.overdue > 0 ? words.overdue(promises.overdue) : words.noneOverdue}
        standing={promises.overdue > 0 ? 'poor' : 'open'}
      />
      <FigureCard
        testId="board-agents"
        label={words.agentsPresent}
        value={agents.filter(({ presence }) => presence === 'online').length}
        note={words.ofAgents(agents.length)}
      />
      <FigureCard
        testId="board-first"
        label={words.firstResponse}
        value={time(today.firstResponse.medianSeconds)}
        note={today.firstResponse.count > 0 ? words.p90(time(today.firstResponse.p90Seconds)) : words.nothingYet}
      />
      <FigureCard
        testId="board-human"
        label={words.humanResponse}
        value={time(today.humanResponse.medianSeconds)}
        note={
          today.humanReplyRate === null
            ? words.nothingYet
            : `${words.p90(time(today.humanResponse.p90Seconds))} · ${words.humanRate(percentText(today.humanReplyRate))}`
        }
      />
      <FigureCard
        testId="board-ratio"
        label={words.replyRatio}
        value={ratioText(today.replyRatio)}
        note={`${words.ofMessages(today.sent, today.received)} · ${target(ratioTarget === null ? null : ratioText(ratioTarget))}`}
        standing={standing(today.replyRatio, ratioTarget)}
      />
      <FigureCard
        testId="board-rate"
        label={words.replyRate}
        value={percentText(today.replyRate)}
        note={`${words.ofBuyers(today.replied, today.buyers)} · ${target(rateTarget === null ? null : percentText(rateTarget))}`}
        standing={standing(today.replyRate, rateTarget)}
      />
    </div>
  );
}
