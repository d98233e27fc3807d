using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>
/// A buyer who holds seats, pays for them, gives some back and cancels others until the server is killed, and remembers
/// what was acknowledged. The request the kill cut off is in doubt: it is sent again, under the same key, once the
/// server is back.
/// </summary>
internal sealed partial class KillBuyer(string token, SeatPlan plan, int showtimeCount, Random random)
{
    private const int MostSeats = 4;
    private const int MostHeld = 4;
    private const int MostPaid = 100;
    private const int RememberedAnswers = 8;
    private const double ReleasedShare = 0.1;
    private const int PauseMs = 20;
    private const int MostTries = 1_000;

    private readonly Dictionary<string, BookedSeats> _held = [];
    private readonly Dictionary<string, BookedSeats> _paid = [];
    private readonly Queue<(BookingRequest Request, BookingReply Reply)> _answered = [];
    private readonly List<string> _faults = [];
    private BookingRequest? _inDoubt;

    /// <summary>Whether a payment may be declined though its request was not cut off.</summary>
    public bool MayBeDeclined { get; init; }

    /// <summary>What was counted.</summary>
    public BuyerTally Tally { get; } = new();

    /// <summary>Buys until the server is gone, or answers what it must not.</summary>
    public async Task BuyAsync(HttpClient client, CancellationToken cancel)
    {
        try
        {
            while (!cancel.IsCancellationRequested && _faults.Count == 0)
            {
                _inDoubt = Draw();
                await SendAsync(client, _inDoubt, isRepeated: false, cancel);
                _inDoubt = null;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Tally.CutOff++;
        }
    }

    /// <summary>The next thing to do. Bookings are cancelled again, so that there are always seats to be had.</summary>
    internal BookingRequest Draw()
    {
        if (_paid.Count > MostPaid) return Again(BookingAction.Cancel, _paid);
        if (_held.Count <= random.Next(MostHeld)) return BookingRequest.New(BookingAction.Reserve, "", DrawSeats());
        return Again(random.NextDouble() < ReleasedShare ? BookingAction.Release : BookingAction.Confirm, _held);
    }

    /// <summary>Takes an answer in. What must not be is kept as a fault.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="isRepeated">Whether the request had been cut off and was sent again.</param>
    internal void Take(BookingRequest request, BookingReply reply, bool isRepeated)
    {
        string id = request.BookingId;
        switch (request.Action, reply.Status)
        {
            case (BookingAction.Reserve, 201):
                id = BookingApi.BookingIdIn(reply.Body);
                if (_paid.ContainsKey(id) || !_held.TryAdd(id, request.Booked)) _faults.Add($"{id} was given twice");
                Tally.Reserved++;
                break;
            case (BookingAction.Reserve, 409) when reply.IsProblem("seat_taken"):
                return;
            case (BookingAction.Confirm, 200):
                _held.Remove(id);
                _paid.Add(id, request.Booked);
                Tally.Confirmed++;
                break;

            // Begun before the kill, and the money had not moved: the server has ended it, the hold stands.
            // Or by a node that was taken for dead and was not: then even the first request is told.
            case (BookingAction.Confirm, 402) when isRepeated || MayBeDeclined:
                Tally.Declined++;
                return;
            case (BookingAction.Release, 204):
            case (BookingAction.Release, 409) when isRepeated && reply.IsProblem("hold_released"):
                _held.Remove(id);
                Tally.Undone++;
                return;
            case (BookingAction.Cancel, 200):
                _paid.Remove(id);
                Tally.Undone++;
                break;
            default:
                _faults.Add($"{request}: {reply.Status} {reply.Body}");
                return;
        }

        Remember(request, reply);
    }

    private void Remember(BookingRequest request, BookingReply reply)
    {
        _answered.Enqueue((request, reply));
        if (_answered.Count > RememberedAnswers) _answered.Dequeue();
    }

    private async Task SendAsync(
        HttpClient client, BookingRequest request, bool isRepeated, CancellationToken cancel)
    {
        BookingReply reply = await BookingApi.SendAsync(client, token, request, cancel);
        if (reply.IsOpen)
        {
            reply = await ReplyAsync(client, request, cancel);
            isRepeated = true;
        }

        Take(request, reply, isRepeated);
    }

    /// <summary>Sends it until it is known how it ended.</summary>
    private async Task<BookingReply> ReplyAsync(HttpClient client, BookingRequest request, CancellationToken cancel)
    {
        BookingReply reply = await BookingApi.SendAsync(client, token, request, cancel);
        for (int tries = 1; reply.IsOpen && tries < MostTries; tries++)
        {
            await Task.Delay(PauseMs, cancel);
            reply = await BookingApi.SendAsync(client, token, request, cancel);
        }

        return reply;
    }

    private BookingRequest Again(BookingAction action, Dictionary<string, BookedSeats> from)
    {
        (string id, BookedSeats booked) = from.ElementAt(random.Next(from.Count));
        return BookingRequest.New(action, id, booked);
    }

    private BookedSeats DrawSeats()
    {
        var seats = new HashSet<string>();
        int count = random.Next(1, MostSeats + 1);
        while (seats.Count < count) seats.Add(plan.LabelOf(random.Next(plan.SeatCount)));
        return new BookedSeats((ulong)random.Next(showtimeCount) + 1, [.. seats]);
    }
}
