using ReplyBot.Conversations;
using ReplyBot.Conversations.Desk;
using ReplyBot.Conversations.Handoffs;
using ReplyBot.Conversations.Storage;
using ReplyBot.Conversations.Turns;

namespace ReplyBot.Tests.Invariants;

public sealed partial class ShopMachine
{
    private static readonly string[] Texts = ["几时发货", "退货运费谁出呀", "还没发", "谢谢", "运费", "你们能刻字吗"];
    private static readonly string[] Fragments = ["我想问", "那个衣服，"];

    /// <summary>What is so clear that nobody waits for more of it.</summary>
    private static readonly string[] Clear = ["几时发货", "退货运费谁出呀", "还没发", "谢谢"];

    private static readonly TimeSpan[] Whiles = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(31), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(11)];

    private DateTimeOffset Now => _clock.GetUtcNow();

    private Task TakeAsync(Step step)
    {
        var shop = _predictions[step.Buyer];
        var agent = new Agent($"agent-{step.Agent}", "客服");
        return step.Kind switch
        {
            StepKind.Post => PostAsync(shop, step.Choice % Texts.Length),
            StepKind.Duplicate => DuplicateAsync(shop, step.Choice),
            StepKind.Reorder => ReorderAsync(shop, step.Choice),
            StepKind.Fragment => PostAsync(shop, Texts.Length + (step.Choice % Fragments.Length)),
            StepKind.Turn => PlainTurnAsync(shop),
            StepKind.TurnTwice => TurnAsync(shop, () => Task.WhenAll(_turns.RunAsync(shop.ConversationId, None), _turns.RunAsync(shop.ConversationId, None))),
            StepKind.TurnOvertaken => OvertakenTurnAsync(shop, step.Choice),
            StepKind.TurnCrashBefore => CrashingTurnAsync(shop, before: true),
            StepKind.TurnCrashAfter => CrashingTurnAsync(shop, before: false),
            StepKind.Sweep => SweepAsync(),
            StepKind.Accept => AcceptAsync(shop, agent),
            StepKind.AcceptRace => AcceptRaceAsync(shop),
            StepKind.Reply => ReplyAsync(shop, agent, LastEpoch(shop, agent), "可以刻字的哦亲"),
            StepKind.Hold => ReplyAsync(shop, agent, LastEpoch(shop, agent), "亲，稍等一下"),
            StepKind.SendSuggestion => SendSuggestionAsync(shop, step.Choice),
            StepKind.ReplyLate => ReplyAsync(shop, agent, shop.Epochs.GetValueOrDefault(agent.Id)?[0] ?? 0, "刚才说到哪儿了呀"),
            StepKind.ReplyCrashAfter => ReplyTwiceAsync(shop, agent),
            StepKind.Transfer => TransferAsync(shop, agent, step.Choice),
            StepKind.Release => EndAsync(shop, agent, ConversationState.Bot),
            StepKind.Close => EndAsync(shop, agent, ConversationState.Closed),
            StepKind.Heartbeat => HeartbeatAsync(agent),
            StepKind.Tick => TickAsync(),
            StepKind.Restart => RestartAsync(),
            _ => Pass(step),
        };
    }

    private Task Pass(Step step)
    {
        _clock.Advance(step.Kind == StepKind.ClockBack ? -Whiles[step.Choice % 2] : Whiles[step.Choice % Whiles.Length]);
        return Task.CompletedTask;
    }

    private IncomingMessage Message(Prediction shop, int choice) => new(shop.ConversationId, $"client-{_clients++}", choice < Texts.Length ? Texts[choice] : Fragments[choice - Texts.Length], Now);

    private Task PostAsync(Prediction shop, int choice) => PostAsync(shop, Message(shop, choice));

    private async Task PostAsync(Prediction shop, IncomingMessage message)
    {
        var receipt = await _store.ReceiveAsync(message, None);
        var id = receipt.Message!.Id;
        Invariant.Require(shop.Acknowledged.GetValueOrDefault(message.ClientId!, id) == id, "M2: a duplicate was given another id");
        shop.Acknowledged[message.ClientId!] = id;
    }

    private async Task DuplicateAsync(Prediction shop, int choice)
    {
        if (shop.Acknowledged.Count == 0)
            return;
        var client = shop.Acknowledged.Keys.Order(StringComparer.Ordinal).ElementAt(choice % shop.Acknowledged.Count);
        await PostAsync(shop, new IncomingMessage(shop.ConversationId, client, "又来一遍", Now));
    }

    private async Task ReorderAsync(Prediction shop, int choice)
    {
        var messages = Enumerable.Range(choice, 3).Select(text => Message(shop, text % Texts.Length)).Reverse().ToList();
        var receipts = await Task.WhenAll(messages.Append(messages[0]).Select(message => _store.ReceiveAsync(message, None)));
        Invariant.Require(receipts[0].Message!.Id == receipts[^1].Message!.Id, "M2: a duplicate at the same time was given another id");
        foreach (var (message, receipt) in messages.Zip(receipts))
            shop.Acknowledged[message.ClientId!] = receipt.Message!.Id;
    }

    /// <summary>A turn that nothing disturbs: it waits for the rest of a thought exactly as long as it may, and otherwise ends.</summary>
    private async Task PlainTurnAsync(Prediction shop)
    {
        var until = shop.WaitsUntil((await ReadAsync(shop)).Unhandled, Clear, Now);
        TurnRun run = default;
        await TurnAsync(shop, async () => run = await _turns.RunAsync(shop.ConversationId, None));
        Invariant.Require(run.WaitsUntil == until, $"Burst: a turn waits until {run.WaitsUntil:T}, predicted {until:T}");
        Invariant.Require(until is null || (await ReadAsync(shop)).TurnDueAt == until, "Burst: a turn that waits for more does not come back in time");
    }

    private async Task TurnAsync(Prediction shop, Func<Task> turn)
    {
        await turn();
        // A turn that only waited for more committed nothing.
        _store.BeforeCommit = _store.AfterCommit = null;
        var stored = await ReadAsync(shop);
        if (shop.State is ConversationState.Bot or ConversationState.Closed && stored.State is ConversationState.Bot or ConversationState.Waiting)
        {
            // Whether the bot answers or hands over is the policy's affair; a handover makes one waiting row and at most one promise.
            shop.State = stored.State;
            if (stored.State == ConversationState.Waiting)
                (shop.WaitsSince, shop.HeadStart) = (Now, stored.OpenHandoffs[0].HeadStart);
            foreach (var promise in stored.OpenPromises.Where(promise => !shop.OpenPromises.ContainsKey(promise)).Take(stored.State == ConversationState.Waiting ? 1 : 0))
                shop.Promised(promise, Now);
        }
    }

    private async Task OvertakenTurnAsync(Prediction shop, int choice)
    {
        _store.BeforeCommit = () => PostAsync(shop, choice % Texts.Length);
        await TurnAsync(shop, () => _turns.RunAsync(shop.ConversationId, None));
    }

    private async Task CrashingTurnAsync(Prediction shop, bool before)
    {
        if (before)
            _store.BeforeCommit = () => throw new CrashException();
        else
            _store.AfterCommit = () => throw new CrashException();
        await TurnAsync(shop, async () =>
        {
            try
            {
                await _turns.RunAsync(shop.ConversationId, None);
            }
            catch (CrashException)
            {
                OpenShop();
            }
        });
    }

    private async Task SweepAsync()
    {
        var claimed = await _store.ClaimTurnsAsync(Now, Now.AddSeconds(15), 100, None);
        foreach (var prediction in _predictions.Where(prediction => claimed.Contains(prediction.ConversationId)))
            await PlainTurnAsync(prediction);
    }

    private async Task AcceptAsync(Prediction shop, Agent agent)
    {
        var held = shop.Holder is { } holder && holder != agent.Id && shop.LeaseUntil > Now;
        var result = await _desk.AcceptAsync(shop.ConversationId, agent, None);
        Invariant.Require(result.Outcome == (held ? DeskOutcome.HeldByAnother : DeskOutcome.Done), $"Q3: accepting ended with {result.Outcome}");
        if (held || shop.Holder == agent.Id)
            return;
        Invariant.Require(result.Conversation!.Epoch > shop.Epoch, "Q3: an assignment without a new epoch");
        shop.Assigned(agent.Id, result.Conversation.Epoch, Now);
    }

    private async Task AcceptRaceAsync(Prediction shop)
    {
        if (shop.Holder is not null)
            return;
        var agents = Enumerable.Range(0, Agents).Select(agent => new Agent($"agent-{agent}", "客服")).ToList();
        var results = await Task.WhenAll(agents.Select(agent => Task.Run(() => _desk.AcceptAsync(shop.ConversationId, agent, None))));
        Invariant.Require(results.Count(result => result.Outcome == DeskOutcome.Done) == 1, "Q1: a race for a buyer without exactly one winner");
        var winner = Array.FindIndex(results, result => result.Outcome == DeskOutcome.Done);
        shop.Assigned(agents[winner].Id, results[winner].Conversation!.Epoch, Now);
    }

    private static long LastEpoch(Prediction shop, Agent agent) => shop.Epochs.GetValueOrDefault(agent.Id)?[^1] ?? 0;

    private async Task ReplyAsync(Prediction shop, Agent agent, long epoch, string text, string? suggestion = null, string? client = null)
    {
        var result = await _desk.SendAsync(new AgentReply(shop.ConversationId, agent, epoch, text, client ?? $"reply-{_clients++}", suggestion), None);
        if (result.Outcome == DeskOutcome.Blocked)
            return;
        if (result.Outcome == DeskOutcome.SuggestionSent)
        {
            Invariant.Require(suggestion is not null && shop.Holds(agent.Id, epoch), "M6: a reply that used no suggestion was refused as one sent before");
            return;
        }
        Invariant.Require(result.Outcome == (shop.Holds(agent.Id, epoch) ? DeskOutcome.Done : DeskOutcome.StaleEpoch), $"Q3: a reply under epoch {epoch} ended with {result.Outcome}");
        if (result.Outcome != DeskOutcome.Done)
            return;
        if (HoldingPhrases.Holds(text))
            shop.Promised(result.Message!.Id, Now);
        else
            shop.Kept();
    }

    /// <summary>The agent who holds the buyer sends one of the suggestions, which may have been sent before.</summary>
    private async Task SendSuggestionAsync(Prediction shop, int choice)
    {
        if (shop.Holder is not { } holder || await _store.SuggestionsAsync(shop.ConversationId, None) is not { Items: { Count: > 0 } items })
            return;
        var agent = new Agent(holder, "客服");
        var first = items[choice % Math.Min(2, items.Count)];
        await ReplyAsync(shop, agent, LastEpoch(shop, agent), first.Text, first.Id);
    }

    private async Task ReplyTwiceAsync(Prediction shop, Agent agent)
    {
        var (epoch, client) = (LastEpoch(shop, agent), $"reply-{_clients++}");
        if (!shop.Holds(agent.Id, epoch))
            return;
        _store.AfterCommit = () => throw new CrashException();
        await Should.ThrowAsync<CrashException>(() => ReplyAsync(shop, agent, epoch, "可以刻字的哦亲", client: client));
        OpenShop();
        await ReplyAsync(shop, agent, epoch, "可以刻字的哦亲", client: client);
    }

    private async Task TransferAsync(Prediction shop, Agent agent, int choice)
    {
        var epoch = LastEpoch(shop, agent);
        var to = choice % 3 == 0 ? null : $"agent-{choice % Agents}";
        var result = await _desk.TransferAsync(shop.ConversationId, agent, epoch, to, "买家问刻字", None);
        Invariant.Require(result.Outcome == (shop.Holds(agent.Id, epoch) ? DeskOutcome.Done : DeskOutcome.StaleEpoch), $"Q3: a transfer under epoch {epoch} ended with {result.Outcome}");
        if (result.Outcome != DeskOutcome.Done)
            return;
        shop.BackInQueue();
        if (to is not null)
            shop.Assigned(to, result.Conversation!.Epoch, Now);
    }

    private async Task EndAsync(Prediction shop, Agent agent, ConversationState state)
    {
        var epoch = LastEpoch(shop, agent);
        var result = state == ConversationState.Closed
            ? await _desk.CloseAsync(shop.ConversationId, agent, epoch, "solved", null, None)
            : await _desk.ReturnAsync(shop.ConversationId, agent, epoch, None);
        Invariant.Require(result.Outcome == (shop.Holds(agent.Id, epoch) ? DeskOutcome.Done : DeskOutcome.StaleEpoch), $"Q3: ending under epoch {epoch} ended with {result.Outcome}");
        if (result.Outcome == DeskOutcome.Done)
            shop.Ended(state);
    }

    private async Task HeartbeatAsync(Agent agent)
    {
        await _store.RenewLeasesAsync(agent.Id, Now + Handoff.Lease, None);
        foreach (var prediction in _predictions.Where(prediction => prediction.Holder == agent.Id))
            prediction.LeaseUntil = Now + Handoff.Lease;
    }

    private async Task TickAsync()
    {
        var owed = new List<bool>();
        foreach (var prediction in _predictions)
            owed.Add(prediction.IsOwedAPromise(await ReadAsync(prediction), Now));
        await _keeper.TickAsync(None);
        foreach (var (prediction, isOwed) in _predictions.Zip(owed))
        {
            if (isOwed)
            {
                var promises = (await ReadAsync(prediction)).OpenPromises;
                Invariant.Require(promises.Count == 1, "Q4: a buyer waits for people and nobody owes a reply at any time");
                prediction.Promised(promises[0], Now, byWaiting: true);
            }
            prediction.Ticked(Now);
        }
    }

    private async Task RestartAsync()
    {
        await _temporary.ReopenAsync();
        OpenShop();
    }
}
