using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Saving and loading: <c>[ [row | nil, …], [abandoned, …], [pending, …] ]</c>. Rows stand where they stood, so
/// that links are their numbers; buckets, users and counts follow from the rows.
/// </summary>
public sealed partial class UserBookings
{
    private const int RowFields = 11;
    private const int PendingFields = 9;

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.WriteArrayHeader(_rowEnd);
        for (int row = 0; row < _rowEnd; row++) SaveRow(in RowAt(row), ref writer);
        writer.WriteArrayHeader(_abandoned.Count * 2);
        foreach ((int row, long position) in _abandoned)
        {
            writer.Write(row);
            writer.Write(position);
        }

        writer.WriteArrayHeader(_pending.Count);
        foreach (PendingCharge charge in _pending.Values) SavePending(in charge, ref writer);
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        Expect(reader.ReadArrayHeader() == 3);
        _rowEnd = reader.ReadArrayHeader();
        while (_pages.Count * RowsPerPage < _rowEnd) _pages.Add(new BookingRow[RowsPerPage]);
        for (int row = 0; row < _rowEnd; row++) LoadRow(row, ref reader);
        while (_buckets.Length < _rowCount) GrowBuckets();
        LinkUsers();
        int abandoned = reader.ReadArrayHeader() / 2;
        for (int i = 0; i < abandoned; i++) _abandoned.Enqueue((LoadRowNumber(ref reader), reader.ReadInt64()));
        int pending = reader.ReadArrayHeader();
        for (int i = 0; i < pending; i++) LoadPending(ref reader);
    }

    private void SaveRow(in BookingRow row, ref MessagePackWriter writer)
    {
        if (row.IsFree)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(RowFields);
        writer.Write(row.ShowtimeId);
        writer.Write(row.BookingId);
        writer.Write(_users[row.User].UserId);
        writer.Write(row.PaymentId);
        writer.Write(row.Position);
        writer.Write(row.CreatedAtMs);
        writer.Write(row.AtMs);
        writer.Write(row.Older);
        writer.Write((byte)row.Status);
        writer.Write(row.Flags);
        row.Claim.Write(ref writer);
    }

    private void LoadRow(int index, ref MessagePackReader reader)
    {
        ref BookingRow row = ref RowAt(index);
        if (reader.TryReadNil())
        {
            row.Next = _freeRow;
            _freeRow = index;
            return;
        }

        Expect(reader.ReadArrayHeader() == RowFields);
        row.ShowtimeId = reader.ReadUInt64();
        row.BookingId = reader.ReadUInt64();
        row.User = FindOrAddUser(reader.ReadUInt64());
        row.PaymentId = reader.ReadUInt64();
        row.Position = reader.ReadInt64();
        row.CreatedAtMs = reader.ReadInt64();
        row.AtMs = reader.ReadInt64();
        row.Older = reader.ReadInt32();
        row.Newer = -1;
        row.Status = (UserBookingStatus)reader.ReadByte();
        row.Flags = reader.ReadByte();
        row.Claim = SeatClaim.Read(ref reader);
        Expect(row.Older >= -1 && row.Older < _rowEnd);
        Expect(row.Status is >= UserBookingStatus.Held and <= UserBookingStatus.Cancelled);
        _statusCounts[(int)row.Status]++;
        _rowCount++;
    }

    /// <summary>Links every row with the one after it, and every user with the row that has none.</summary>
    private void LinkUsers()
    {
        for (int row = 0; row < _rowEnd; row++)
        {
            ref readonly BookingRow newer = ref RowAt(row);
            if (newer.IsFree || newer.Older < 0) continue;
            ref BookingRow older = ref RowAt(newer.Older);
            Expect(older.User == newer.User && older.Position < newer.Position && older.Newer < 0);
            older.Newer = row;
        }

        for (int row = 0; row < _rowEnd; row++)
        {
            ref readonly BookingRow each = ref RowAt(row);
            if (each.IsFree) continue;
            ref BookingUser user = ref _users[each.User];
            user.Count++;
            if (each.Newer < 0) user.Newest = row;
            if (each.Status == UserBookingStatus.Confirmed) Tally(ref user, 1, each.Claim.AmountCents);
        }
    }

    private static void SavePending(in PendingCharge charge, ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(PendingFields);
        writer.Write(charge.PaymentId);
        writer.Write(charge.ShowtimeId);
        writer.Write(charge.BookingId);
        writer.Write(charge.UserId);
        writer.Write(charge.AmountCents);
        writer.Write(charge.StartedMs);
        writer.Write(charge.Key.High);
        writer.Write(charge.Key.Low);
        writer.Write(charge.Key.PayloadHash);
    }

    private void LoadPending(ref MessagePackReader reader)
    {
        Expect(reader.ReadArrayHeader() == PendingFields);
        var charge = new PendingCharge
        {
            PaymentId = reader.ReadUInt64(),
            ShowtimeId = reader.ReadUInt64(),
            BookingId = reader.ReadUInt64(),
            UserId = reader.ReadUInt64(),
            AmountCents = reader.ReadInt64(),
            StartedMs = reader.ReadInt64(),
            Key = new IdempotencyKey(
                reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), IdempotencyPhase.Finish),
        };
        Expect(_pending.TryAdd(charge.PaymentId, charge));
    }

    private int LoadRowNumber(ref MessagePackReader reader)
    {
        int row = reader.ReadInt32();
        Expect(row >= 0 && row < _rowEnd);
        return row;
    }

    private static void Expect(bool holds)
    {
        if (!holds) throw new MessagePackFormatException("These are no user bookings.");
    }
}
