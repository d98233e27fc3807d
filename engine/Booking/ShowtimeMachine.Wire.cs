using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// A showtime's snapshot: <c>[version, plan | nil, terms, map, renewed, payments, bookings, waiting | –, gate | –]</c>.
/// </summary>
public sealed partial class ShowtimeMachine
{
    private const ulong SnapshotVersion = 1;

    /// <inheritdoc/>
    public void Save(ShowtimeState state, ref MessagePackWriter writer)
    {
        writer.Write(SnapshotVersion);
        writer.Write(state.Plan is not null);
        if (state.Plan is null) return;
        state.Plan.Write(ref writer);
        state.Terms!.Write(ref writer);
        state.Map!.Write(ref writer);
        WriteRenewed(state, ref writer);
        WritePayments(state, ref writer);
        WriteBookings(state, ref writer);
        writer.Write(state.Waiting is not null);
        state.Waiting?.Write(ref writer);
        writer.Write(state.Gate is not null);
        state.Gate?.Write(ref writer);
    }

    /// <inheritdoc/>
    public ShowtimeState Load(ulong key, ref MessagePackReader reader)
    {
        var state = new ShowtimeState(key);
        ulong version = reader.ReadUInt64();
        if (version != SnapshotVersion) throw new MessagePackFormatException($"Showtime snapshot version {version}.");
        if (!reader.ReadBoolean()) return state;
        state.Plan = SeatPlan.Read(ref reader);
        state.Terms = ShowtimeTerms.Read(ref reader);
        state.Map = SeatMap.Read(ref reader);
        ReadRenewed(state, ref reader);
        ReadPayments(state, ref reader);
        ReadBookings(state, ref reader);
        if (reader.ReadBoolean()) state.Waiting = WaitingList.Read(ref reader);
        if (reader.ReadBoolean()) state.Gate = AdmissionGate.Read(_gate, ref reader);
        return state;
    }

    private static void WriteRenewed(ShowtimeState state, ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(state.Renewed.Count);
        foreach ((ulong bookingId, RenewedHold renewed) in state.Renewed.OrderBy(static pair => pair.Key))
        {
            writer.WriteArrayHeader(3);
            writer.Write(bookingId);
            writer.Write(renewed.Token.Value);
            writer.Write((long)renewed.Extensions);
        }
    }

    private static void ReadRenewed(ShowtimeState state, ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            reader.ReadArrayHeader();
            ulong bookingId = reader.ReadUInt64();
            var token = new HoldToken(reader.ReadUInt64());
            state.Renewed.Set(bookingId, new RenewedHold(token, reader.ReadInt32()));
        }
    }

    private static void WritePayments(ShowtimeState state, ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(state.Payments.Count);
        foreach ((ulong paymentId, PendingPayment payment) in state.Payments.OrderBy(static pair => pair.Key))
        {
            writer.WriteArrayHeader(5);
            writer.Write(paymentId);
            writer.Write(payment.BookingId);
            writer.Write(payment.UserId);
            writer.Write(payment.StartedMs);
            payment.Claim.Write(ref writer);
        }
    }

    private static void ReadPayments(ShowtimeState state, ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            reader.ReadArrayHeader();
            ulong paymentId = reader.ReadUInt64();
            ulong bookingId = reader.ReadUInt64();
            ulong userId = reader.ReadUInt64();
            long startedMs = reader.ReadInt64();
            var payment = new PendingPayment(bookingId, userId, SeatClaim.Read(ref reader), startedMs);
            state.Payments.Add(paymentId, payment);
            state.PaymentOf.Add(bookingId, paymentId);
        }
    }

    private static void WriteBookings(ShowtimeState state, ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(state.Bookings.Count);
        foreach ((ulong bookingId, SoldBooking sold) in state.Bookings.OrderBy(static pair => pair.Key))
        {
            writer.WriteArrayHeader(5);
            writer.Write(bookingId);
            writer.Write(sold.UserId);
            writer.Write(sold.PaymentId);
            writer.Write(sold.IsCancelled);
            sold.Claim.Write(ref writer);
        }
    }

    private static void ReadBookings(ShowtimeState state, ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
        {
            reader.ReadArrayHeader();
            ulong bookingId = reader.ReadUInt64();
            ulong userId = reader.ReadUInt64();
            ulong paymentId = reader.ReadUInt64();
            bool isCancelled = reader.ReadBoolean();
            state.Bookings.Add(bookingId, new SoldBooking(userId, paymentId, SeatClaim.Read(ref reader), isCancelled));
        }
    }
}
