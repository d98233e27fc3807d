using System.Collections.Concurrent;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Payments;

/// <summary>
/// Pays for a hold and confirms it.
/// <code>
/// start, durable ─► ask the provider, up to three times ─► finish, durable ─► answer
///                        └ no answer: the payment stays pending, PaymentCompleter ends it
/// </code>
/// Once started, a payment goes on whatever its client does: the next request with the same key joins it or gets its
/// answer. Thread-safe.
/// </summary>
public sealed class PaymentFlow(
    SeatBooking booking, IPaymentProvider provider, ProjectionView<UserBookings> bookings, ReadYourWrites writes,
    TimeProvider clock)
{
    private const int MaxAttempts = 3;

    /// <summary>Two seconds; after that the payment is left to <see cref="PaymentCompleter"/>.</summary>
    private const int MaxFinishAttempts = 20;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<(UInt128 Key, ulong ShowtimeId), Running> _byKey = new();
    private readonly ConcurrentDictionary<(ulong ShowtimeId, ulong BookingId), int> _byBooking = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Pays and confirms, or joins the request with the same key that is doing so.</summary>
    public Task<ConfirmOutcome> ConfirmAsync(ConfirmRequest request)
    {
        if (request.Key.IsNone) return RunAsync(request);
        var mine = new Running(request.Key.PayloadHash);
        (UInt128 Digest, ulong ShowtimeId) key = (request.Key.Digest, request.ShowtimeId);
        Running first = _byKey.GetOrAdd(key, mine);
        if (first != mine)
        {
            return first.PayloadHash == request.Key.PayloadHash
                ? first.Task
                : Task.FromResult(new ConfirmOutcome(ReplyStatus.KeyReused, default));
        }

        _ = RunKeyedAsync(key, mine, request);
        return mine.Task;
    }

    /// <summary>Whether a payment for this booking is being made in this process.</summary>
    internal bool IsRunning(ulong showtimeId, ulong bookingId) => _byBooking.ContainsKey((showtimeId, bookingId));

    /// <summary>Ends a started payment as the provider said, trying again while the engine is busy.</summary>
    internal async Task<Reply<PaymentResult>> FinishAsync(
        ulong showtimeId, ulong paymentId, IdempotencyKey key, bool isApproved)
    {
        IdempotencyKey finish = key with { Phase = IdempotencyPhase.Finish };
        for (int attempt = 1; ; attempt++)
        {
            Reply<PaymentResult> reply = await booking.FinishPaymentAsync(showtimeId, paymentId, isApproved, finish);
            bool mayHelp = reply.Status is ReplyStatus.Busy or ReplyStatus.StorageFull or ReplyStatus.Moved
                || (reply.Status == ReplyStatus.Unconfirmed && !key.IsNone);
            if (!mayHelp || attempt == MaxFinishAttempts || _stop.IsCancellationRequested) return reply;
            await PauseAsync(FirstPause);
        }
    }

    /// <summary>Stops asking the provider; returns when every payment here is done or left pending.</summary>
    internal async Task StopAsync()
    {
        await _stop.CancelAsync();
        Task all = Task.WhenAll(_byKey.Values.Select(static running => running.Task));
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunKeyedAsync(
        (UInt128 Digest, ulong ShowtimeId) key, Running running, ConfirmRequest request)
    {
        try
        {
            running.Source.SetResult(await RunAsync(request));
        }
        catch (Exception failure)
        {
            running.Source.SetException(failure);
        }
        finally
        {
            _byKey.TryRemove(key, out _);
        }
    }

    private async Task<ConfirmOutcome> RunAsync(ConfirmRequest request)
    {
        // Counted rather than marked: another request for the same booking may be on its way to a refusal.
        (ulong ShowtimeId, ulong BookingId) busy = (request.ShowtimeId, request.Hold.BookingId);
        _byBooking.AddOrUpdate(busy, 1, static (_, count) => count + 1);
        try
        {
            Reply<PaymentResult> started = await StartAsync(request);
            bool isStarted = started.Status == ReplyStatus.Done && started.Value.Code == BookingCode.Ok;
            if (!isStarted) return new ConfirmOutcome(started.Status, started.Value);
            return await PayAsync(request, started.Value);
        }
        finally
        {
            if (_byBooking.AddOrUpdate(busy, 0, static (_, count) => count - 1) == 0)
                _byBooking.TryRemove(new KeyValuePair<(ulong, ulong), int>(busy, 0));
        }
    }

    private async ValueTask<Reply<PaymentResult>> StartAsync(ConfirmRequest request)
    {
        IdempotencyKey key = request.Key with { Phase = IdempotencyPhase.Start };
        if (request.Key.IsNone) key = default;
        Reply<PaymentResult> reply = await booking.StartPaymentAsync(request.ShowtimeId, request.Hold, default, key);
        if (reply.Status != ReplyStatus.Done || reply.Value.Code != BookingCode.UnknownBooking) return reply;
        SeatClaim lapsed = await FindLapsedAsync(request);
        if (lapsed.PartySize == 0) return reply;
        return await booking.StartPaymentAsync(request.ShowtimeId, request.Hold, lapsed, key);
    }

    /// <summary>What a hold of this user had that ran out: its seats are taken again if they are still free.</summary>
    private async ValueTask<SeatClaim> FindLapsedAsync(ConfirmRequest request)
    {
        await writes.WaitAsync(bookings);
        return bookings.Read(request, static (all, wanted) =>
            all.TryFind(wanted.ShowtimeId, wanted.Hold.BookingId, out UserBooking found)
            && found.UserId == wanted.Hold.UserId && found.Status == UserBookingStatus.Lapsed
                ? found.Claim
                : default);
    }

    private async Task<ConfirmOutcome> PayAsync(ConfirmRequest request, PaymentResult started)
    {
        var charge = new PaymentRequest(started.PaymentId, started.Claim.AmountCents, request.CardToken);
        PaymentOutcome outcome = await ChargeAsync(charge);
        var pending = new ConfirmOutcome(ReplyStatus.Done, started) { IsPending = true, Reason = outcome.Reason };
        if (!outcome.IsKnown) return pending;
        bool isApproved = outcome.Status == PaymentStatus.Approved;
        Reply<PaymentResult> finished =
            await FinishAsync(request.ShowtimeId, started.PaymentId, request.Key, isApproved);
        return finished.HasValue
            ? new ConfirmOutcome(finished.Status, finished.Value) { Reason = outcome.Reason }
            : pending;
    }

    private async Task<PaymentOutcome> ChargeAsync(PaymentRequest charge)
    {
        TimeSpan pause = FirstPause;
        for (int attempt = 1; !_stop.IsCancellationRequested; attempt++)
        {
            try
            {
                PaymentOutcome outcome = await provider.ChargeAsync(charge, _stop.Token);
                if (outcome.IsKnown || attempt == MaxAttempts) return outcome;
            }
            catch (Exception failure) when (failure is IOException or HttpRequestException or TimeoutException)
            {
                if (attempt == MaxAttempts) return PaymentOutcome.NoAnswer;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return PaymentOutcome.NoAnswer;
            }

            await PauseAsync(pause);
            pause *= 2;
        }

        return PaymentOutcome.NoAnswer;
    }

    private Task PauseAsync(TimeSpan pause)
    {
        Task delay = Task.Delay(pause, clock, _stop.Token);
        return delay.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    /// <summary>A request under way that repeats of it wait for.</summary>
    private sealed class Running(ulong payloadHash)
    {
        public ulong PayloadHash { get; } = payloadHash;

        public TaskCompletionSource<ConfirmOutcome> Source { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ConfirmOutcome> Task => Source.Task;
    }
}
