import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { Language } from '../../language/language';
import { useText } from '../text/ConsoleTextContext';

interface Props {
  /** A day as 2026-02-01, with the time as 2026-02-01T09:30; this machine's own. */
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** Whether the time of day is asked for as well, to the minute. */
  minutes?: boolean;
  /** Whether moments that have passed cannot be chosen. */
  ahead?: boolean;
  /** Given by the form around it, to be named by its label. */
  id?: string;
  label?: string;
  testId?: string;
}

/** How the fields' values are written. */
const dayForm = 'YYYY-MM-DD';
const minuteForm = 'YYYY-MM-DDTHH:mm';

/** How a day is shown, then how else it may be typed. */
const dayForms: Record<Language, string[]> = {
  zh: [dayForm, 'YYYY/M/D', 'YYYY年M月D日', 'M-D'],
  en: ['D MMM YYYY', dayForm, 'D/M/YYYY'],
};

/** Asks for a day or a moment in the console's language, whatever the browser's own is; typed or chosen. */
export function TimeField({ value, onChange, minutes = false, ahead = false, id, label, testId }: Props) {
  const { text, language } = useText();
  const kept = minutes ? minuteForm : dayForm;
  return (
    <DatePicker
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(ahead ? { minDate: dayjs().startOf('day') } : {})}
      style={{ width: '100%' }}
      value={value ? dayjs(value) : null}
      format={minutes ? dayForms[language].map((form) => `${form} HH:mm`) : dayForms[language]}
      showTime={minutes ? { format: 'HH:mm', minuteStep: 5 } : false}
      showNow={!ahead}
      needConfirm={false}
      allowClear={!minutes}
      placeholder={text.dayLike}
      data-testid={testId}
      onChange={(moment) => onChange?.(moment ? moment.format(kept) : null)}
    />
  );
}
