using System.Diagnostics;
using Catalog.Bench.Shared;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>
/// The hold workload on our own structure, by one thread: one by one, or in groups whose memory is fetched first.
/// </summary>
internal sealed class SeatMapHolds
{
    private const int ChunkCount = 1 << 14;
    private const int MostHoldsBefore = 20;

    private readonly HoldWorkload _workload;
    private readonly SeatMap[] _maps;
    private long _number;

    /// <summary>Opens the houses and goes on until they are as full as they stay.</summary>
    public SeatMapHolds(HoldWorkload workload)
    {
        _workload = workload;
        _maps = new SeatMap[workload.ShowtimeCount];
        for (int i = 0; i < _maps.Length; i++) _maps[i] = NewMap();
        for (long warm = 0; warm < 3L * workload.AttemptsPerHoldTime; warm += 2 * ChunkCount)
        {
            RunChunk();
            RunChunkGrouped();
        }
    }

    /// <summary>Bytes the last run allocated on its thread.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Holds for so long.</summary>
    /// <param name="run">How long.</param>
    /// <param name="isGrouped">Whether <see cref="SeatMapBatch.Size"/> maps are touched before their holds.</param>
    public HoldScore Run(BenchRun run, bool isGrouped)
    {
        long first = _number, granted = 0, allocated = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < run.Duration) granted += isGrouped ? RunChunkGrouped() : RunChunk();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return new HoldScore(_number - first, granted, elapsed);
    }

    // Every house has been this busy once, so hardly any grows its records while it is measured.
    private static SeatMap NewMap()
    {
        var map = new SeatMap(HoldWorkload.SeatCount, [], SeatMap.MaxHolds);
        for (ushort seat = 0; seat < MostHoldsBefore; seat++)
            map.Hold(new HoldRequest { Owner = seat, ExpiryMs = HoldWorkload.StartMs, Seats = new SeatList(seat) });
        map.ExpireDue(HoldWorkload.StartMs);
        return map;
    }

    private int RunChunk()
    {
        int granted = 0;
        for (int i = 0; i < ChunkCount; i++)
        {
            ref readonly SeatAttempt attempt = ref _workload[_number];
            granted += Hold(_maps[attempt.Showtime], in attempt);
        }

        return granted;
    }

    private int RunChunkGrouped()
    {
        int granted = 0;
        Group group = default;
        Span<SeatMap> maps = group;
        for (int i = 0; i < ChunkCount; i += SeatMapBatch.Size)
        {
            for (int n = 0; n < maps.Length; n++) maps[n] = _maps[_workload[_number + n].Showtime];
            SeatMapBatch.Touch(maps);
            for (int n = 0; n < maps.Length; n++) granted += Hold(maps[n], in _workload[_number]);
        }

        return granted;
    }

    private int Hold(SeatMap map, in SeatAttempt attempt)
    {
        long number = _number++;
        long nowMs = _workload.NowMs(number);
        map.ExpireDue(nowMs);
        // Written where it is passed: a copy would wait for what has just been written piece by piece.
        return map.Hold(new HoldRequest
        {
            Owner = (ulong)number,
            ExpiryMs = nowMs + HoldWorkload.HoldMs,
            Seats = new SeatList(attempt.A, attempt.B, attempt.C, attempt.D),
        }).IsOk ? 1 : 0;
    }

    // Not readonly: the language fills an inline array through its elements.
    [System.Runtime.CompilerServices.InlineArray(SeatMapBatch.Size)]
    private struct Group
    {
        private SeatMap _first;
    }
}
