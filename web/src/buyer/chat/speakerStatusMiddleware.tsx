import type { ReactElement } from 'react';
import { type ShownActivity, personName } from './ShownActivity';
import { SpeakerStatus } from './SpeakerStatus';

interface StatusRequest {
  activity: ShownActivity;
  hideTimestamp?: boolean;
}

/** Tells the buyer which person is speaking, once for each group of messages. */
export const speakerStatus =
  () =>
  <Request extends StatusRequest>(next: (request: Request) => ReactElement) =>
  (request: Request): ReactElement => {
    const status = next(request);
    const name = personName(request.activity);
    return name && !request.hideTimestamp ? <SpeakerStatus name={name}>{status}</SpeakerStatus> : status;
  };
