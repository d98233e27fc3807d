using System.Diagnostics;

namespace Catalog.Engine.Booking;

/// <summary>Rows, their buckets and their chains.</summary>
public sealed partial class UserBookings
{
    private const int RowsPerPage = 4096;
    private const int StatusCount = (int)UserBookingStatus.Cancelled + 1;

    // One multiplicative step each (Knuth, The Art of Computer Programming 3, 6.4): tokens count up, showtimes do, too.
    private const ulong ShowtimeFactor = 0x9E37_79B9_7F4A_7C15;
    private const ulong BookingFactor = 0xC2B2_AE3D_27D4_EB4F;

    private readonly List<BookingRow[]> _pages = [];
    private readonly Dictionary<ulong, int> _userIndex = [];
    private readonly Queue<(int Row, long Position)> _abandoned = [];
    private readonly int[] _statusCounts = new int[StatusCount];
    private int[] _buckets = [];
    private BookingUser[] _users = [];
    private int _userCount;
    private int _rowCount;
    private int _rowEnd;
    private int _freeRow = -1;

    private ref BookingRow RowAt(int row) => ref _pages[row / RowsPerPage][row % RowsPerPage];

    private int FindRow(ulong showtimeId, ulong bookingId)
    {
        if (_buckets.Length == 0) return -1;
        int row = _buckets[BucketOf(showtimeId, bookingId)] - 1;
        while (row >= 0)
        {
            ref readonly BookingRow found = ref RowAt(row);
            if (found.BookingId == bookingId && found.ShowtimeId == showtimeId) return row;
            row = found.Next;
        }

        return -1;
    }

    private int BucketOf(ulong showtimeId, ulong bookingId)
    {
        ulong hash = (showtimeId * ShowtimeFactor) ^ (bookingId * BookingFactor);
        hash = (hash ^ (hash >> 32)) * ShowtimeFactor;
        return (int)(hash >> 33) & (_buckets.Length - 1);
    }

    /// <summary>Adds a row behind the user's newest; the caller sets what is not a key.</summary>
    private ref BookingRow Add(ulong showtimeId, ulong bookingId, ulong userId, long position)
    {
        Debug.Assert(FindRow(showtimeId, bookingId) < 0, "a booking has one row");
        if (_rowCount >= _buckets.Length) GrowBuckets();
        int index = TakeFreeRow();
        ref BookingRow row = ref RowAt(index);
        row = default;
        row.ShowtimeId = showtimeId;
        row.BookingId = bookingId;
        row.Position = position;
        row.User = FindOrAddUser(userId);
        row.Status = UserBookingStatus.Held;
        _statusCounts[(int)UserBookingStatus.Held]++;
        LinkBucket(index);
        ref BookingUser user = ref _users[row.User];
        row.Older = user.Newest;
        row.Newer = -1;
        if (user.Newest >= 0) RowAt(user.Newest).Newer = index;
        user.Newest = index;
        user.Count++;
        _rowCount++;
        return ref row;
    }

    private void SetStatus(ref BookingRow row, UserBookingStatus status)
    {
        ref BookingUser user = ref _users[row.User];
        if (row.Status == UserBookingStatus.Confirmed) Tally(ref user, -1, -row.Claim.AmountCents);
        if (status == UserBookingStatus.Confirmed) Tally(ref user, 1, row.Claim.AmountCents);
        _statusCounts[(int)row.Status]--;
        _statusCounts[(int)status]++;
        row.Status = status;
    }

    private static void Tally(ref BookingUser user, int bookings, long cents)
    {
        user.ConfirmedCount += bookings;
        user.SpentCents += cents;
        Debug.Assert(user.ConfirmedCount >= 0, "as many were confirmed as were cancelled");
    }

    /// <summary>
    /// Remembers a row as one that may be forgotten, and forgets the oldest such row when there are too many.
    /// </summary>
    private void Abandon(int index)
    {
        _abandoned.Enqueue((index, RowAt(index).Position));
        while (_abandoned.Count > _maxAbandoned)
        {
            (int row, long position) = _abandoned.Dequeue();
            ref readonly BookingRow oldest = ref RowAt(row);
            if (oldest.IsAbandoned && oldest.Position == position) Forget(row);
        }
    }

    private void Forget(int index)
    {
        ref BookingRow row = ref RowAt(index);
        ref BookingUser user = ref _users[row.User];
        UnlinkBucket(index);
        if (row.Newer >= 0) RowAt(row.Newer).Older = row.Older;
        else user.Newest = row.Older;
        if (row.Older >= 0) RowAt(row.Older).Newer = row.Newer;
        user.Count--;
        _statusCounts[(int)row.Status]--;
        row.Status = 0;
        row.Next = _freeRow;
        _freeRow = index;
        _rowCount--;
    }

    private int TakeFreeRow()
    {
        int row = _freeRow;
        if (row >= 0)
        {
            _freeRow = RowAt(row).Next;
            return row;
        }

        if (_rowEnd == _pages.Count * RowsPerPage) _pages.Add(new BookingRow[RowsPerPage]);
        return _rowEnd++;
    }

    private int FindOrAddUser(ulong userId)
    {
        if (_userIndex.TryGetValue(userId, out int index)) return index;
        if (_userCount == _users.Length) Array.Resize(ref _users, Math.Max(16, _userCount * 2));
        _users[_userCount] = new BookingUser { UserId = userId, Newest = -1 };
        _userIndex.Add(userId, _userCount);
        return _userCount++;
    }

    private void LinkBucket(int index)
    {
        ref BookingRow row = ref RowAt(index);
        ref int bucket = ref _buckets[BucketOf(row.ShowtimeId, row.BookingId)];
        row.Next = bucket - 1;
        bucket = index + 1;
    }

    private void UnlinkBucket(int index)
    {
        ref readonly BookingRow row = ref RowAt(index);
        ref int bucket = ref _buckets[BucketOf(row.ShowtimeId, row.BookingId)];
        if (bucket - 1 == index)
        {
            bucket = row.Next + 1;
            return;
        }

        int before = bucket - 1;
        while (RowAt(before).Next != index) before = RowAt(before).Next;
        RowAt(before).Next = row.Next;
    }

    private void GrowBuckets()
    {
        _buckets = new int[Math.Max(1024, _buckets.Length * 2)];
        for (int row = 0; row < _rowEnd; row++)
            if (!RowAt(row).IsFree) LinkBucket(row);
    }
}
