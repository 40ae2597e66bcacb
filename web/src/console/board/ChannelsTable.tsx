import { Table, type TableColumnsType } from 'antd';
import type { ChannelDay } from '../api/boardApi';
import { Pill } from '../shell/Pill';
import { useText } from '../text/ConsoleTextContext';
import { nameOf } from '../text/nameOf';
import { percentText, ratioText, standing } from './figures';

const tones = { good: 'calm', poor: 'late', open: 'plain' } as const;

/** Each channel's day so far and how it will end, beside what its platform expects. */
export function ChannelsTable({ channels }: { channels: readonly ChannelDay[] }) {
  const { text } = useText();
  const words = text.board;
  const time = (seconds: number | null) => (seconds === null ? '–' : words.seconds(Math.round(seconds)));
  const held = (value: number | null, target: number | null, show: (value: number | null) => string, atMost = false) => (
    <Pill tone={tones[standing(value, target, atMost)]} title={target === null ? words.noTarget : words.target(show(target))}>
      {show(value)}
    </Pill>
  );
  const columns: TableColumnsType<ChannelDay> = [
    { title: words.channel, render: (_, { channel }) => nameOf(text.names.channel, channel) },
    { title: words.buyers, render: (_, { figures }) => figures.buyers, align: 'end' },
    { title: words.handoffs, render: (_, { figures }) => figures.handoffs, align: 'end' },
    { title: words.first, render: (_, day) => held(day.figures.firstResponse.medianSeconds, day.firstResponseTarget, time, true), align: 'end' },
    { title: words.replyRate, render: (_, day) => held(day.figures.replyRate, day.replyRateTarget, percentText), align: 'end' },
    { title: words.replyRatio, render: (_, day) => held(day.figures.replyRatio, day.replyRatioTarget, ratioText), align: 'end' },
    {
      title: <span title={words.forecastHint}>{words.forecast}</span>,
      children: [
        { title: words.expectedBuyers, render: (_, { forecast }) => forecast?.expectedBuyers ?? '–', align: 'end' },
        {
          title: words.forecastFirst,
          render: (_, { forecast, firstResponseTarget }) => held(forecast?.firstResponseSeconds ?? null, firstResponseTarget, time, true),
          align: 'end',
        },
        {
          title: words.replyRate,
          render: (_, { forecast, replyRateTarget }) => (
            <span data-testid="board-forecast">{held(forecast?.replyRate ?? null, replyRateTarget, percentText)}</span>
          ),
          align: 'end',
        },
        { title: words.needed, render: (_, { forecast }) => needed(forecast?.neededReplyRate ?? null), align: 'end' },
      ],
    },
  ];
  const needed = (rate: number | null) => {
    if (rate === null) return '–';
    if (rate <= 0) return words.reached;
    return rate > 1 ? <Pill tone="late">{words.unreachable}</Pill> : percentText(rate);
  };

  return (
    <Table
      size="small"
      rowKey="channel"
      columns={columns}
      dataSource={[...channels]}
      pagination={false}
      locale={{ emptyText: words.noChannels }}
      onRow={({ channel }) => ({ 'data-testid': 'board-channel', 'data-channel': channel }) as object}
    />
  );
}
