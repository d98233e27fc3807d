using Catalog.Engine.Booking;
using Catalog.Engine.Core.Ids;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Booking.Payments;

/// <summary>
/// Ends payments nobody is waiting for any more: those a crash interrupted, at start, and those the provider did not
/// answer, now and then. It asks the provider what became of each and finishes it under its own idempotency key, so
/// that
/// whoever repeats the request gets the answer.
/// </summary>
public sealed partial class PaymentCompleter(
    PaymentFlow flow, IPaymentProvider provider, ProjectionView<UserBookings> bookings, ICluster cluster,
    TimeProvider clock, ILogger<PaymentCompleter> log) : IWorker
{
    private const string Duty = "payments-left-over";

    /// <summary>How long another server that seems to be gone may be without its session before it is.</summary>
    private const long OthersPatienceMs = 5_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancel)
    {
        await CompleteAsync(cancel);
        _loop = RunAsync();
    }

    /// <inheritdoc/>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await flow.StopAsync();
    }

    /// <summary>Ends what can be ended now. O(payments pending).</summary>
    /// <returns>How many payments were ended.</returns>
    public async Task<int> CompleteAsync(CancellationToken cancel)
    {
        int completed = 0;
        foreach (PendingCharge charge in bookings.Read(static all => all.ListPending()))
        {
            if (flow.IsRunning(charge.ShowtimeId, charge.BookingId) || !IsOurs(charge)) continue;
            if (await CompleteAsync(charge, cancel)) completed++;
        }

        return completed;
    }

    /// <summary>
    /// A payment belongs to the server that began it, which its id says; when that is gone, to whoever has the duty.
    /// </summary>
    private bool IsOurs(in PendingCharge charge) => IsOurs(charge, IdGenerator.NodeOf((long)charge.PaymentId));

    private bool IsOurs(in PendingCharge charge, int node) =>
        node == cluster.NodeNumber
        || (cluster.HasDuty(Duty) && !cluster.IsRunning(node)
            && clock.GetUtcNow().ToUnixTimeMilliseconds() - charge.StartedMs > OthersPatienceMs);

    private async Task<bool> CompleteAsync(PendingCharge charge, CancellationToken cancel)
    {
        try
        {
            PaymentOutcome outcome = await provider.CloseAsync(charge.PaymentId, cancel);
            if (!outcome.IsKnown) return false;
            bool isApproved = outcome.Status == PaymentStatus.Approved;
            Reply<PaymentResult> reply =
                await flow.FinishAsync(charge.ShowtimeId, charge.PaymentId, charge.Key, isApproved);
            if (!reply.HasValue || reply.Value.Code == BookingCode.UnknownPayment) return false;
            Completed(log, charge.PaymentId, charge.BookingId, charge.ShowtimeId, reply.Value.Code);
            return true;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or TimeoutException)
        {
            Unanswered(log, failure, charge.PaymentId);
            return false;
        }
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(_stop.Token)) await CompleteAsync(_stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // Asked to stop: what is left is ended after the next start.
            }
            catch (Exception failure)
            {
                // One payment must not keep the others from being ended: tried again at the next tick.
                Failed(log, failure);
            }
        }
    }

    [LoggerMessage(1040, LogLevel.Information,
        "Payment {PaymentId} of booking {BookingId} at showtime {ShowtimeId} was ended: {Code}")]
    private static partial void Completed(
        ILogger logger, ulong paymentId, ulong bookingId, ulong showtimeId, BookingCode code);

    [LoggerMessage(1042, LogLevel.Error, "Pending payments could not be ended; tried again later")]
    private static partial void Failed(ILogger logger, Exception error);

    [LoggerMessage(1041, LogLevel.Warning, "The provider does not say what became of payment {PaymentId}")]
    private static partial void Unanswered(ILogger logger, Exception error, ulong paymentId);
}
