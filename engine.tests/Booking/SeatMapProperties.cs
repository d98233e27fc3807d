using Catalog.Engine.Booking;
using Catalog.Engine.Tests.House;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Booking;

public sealed class SeatMapProperties
{
    // Later than a slot has bits for.
    private const long FarMs = 1L << 50;

    [Fact]
    public void The_map_does_what_a_plain_model_does() => Seeds.Check(Prop.ForAll<int[]>(steps =>
    {
        var model = new SeatMapModel(70, 12, 6);
        var random = new Random(steps.Length == 0 ? 0 : steps[0]);
        long nowMs = 0;
        foreach (int _ in Enumerable.Range(0, 2 * steps.Length))
        {
            Step(model, random, ref nowMs);
            model.CheckAll(nowMs);
        }

        return true;
    }), 150);

    // Every sequence of up to five operations, and every prefix of them checked, in a world of two seats, one place and
    // two holds; and of six over the operations that matter most there.
    [Theory]
    [InlineData(2, 5, 15)]
    [InlineData(3, 6, 7)]
    public void Every_short_sequence_in_a_small_world_agrees(int seatCount, int length, int operationCount)
    {
        var sequence = new int[length];
        do
        {
            var model = new SeatMapModel(seatCount, 1, 2);
            long nowMs = 0;
            foreach (int operation in sequence) SmallStep(model, operation, ref nowMs);
            model.CheckAll(nowMs);
        }
        while (Advance(sequence, operationCount));
    }

    private static void SmallStep(SeatMapModel model, int operation, ref long nowMs)
    {
        switch (operation)
        {
            case 0: model.Hold(Request([0], nowMs + 2, 1)); break;
            case 1: model.Hold(Request([0, 1], nowMs + 1, 2) with { Places = 1 }); break;
            case 2: model.Expire(nowMs += 1, 10); break;
            case 3: model.Confirm(model.Given(0)); break;
            case 4: model.Extend(model.Given(0), nowMs + 3); break;
            case 5: model.Release(model.Given(1)); break;
            case 6: model.Hold(Request([1], nowMs + 1, 2)); break;
            case 7: model.Unsell([0], 0); break;
            case 8: model.Transfer(model.Given(1), 9); break;
            case 9: model.Block([1]); break;
            case 10: model.Unblock([1]); break;
            case 11: model.Sell([1, 0], 1); break;
            case 12: model.BlockPlaces(1); break;
            case 13: model.UnblockPlaces(1); break;
            default: model.Reload(); break;
        }
    }

    private static void Step(SeatMapModel model, Random random, ref long nowMs)
    {
        HoldToken token = model.Given(random.Next(1, 1000));
        switch (random.Next(16))
        {
            case 0 or 1 or 2 or 3: model.Hold(RandomRequest(random, nowMs)); break;
            case 4: model.Confirm(token); break;
            case 5: model.Release(token); break;
            case 6: model.Extend(token, random.Next(4) == 0 ? FarMs : nowMs + random.Next(6)); break;
            case 7: model.Transfer(token, (ulong)random.Next(3)); break;
            case 8: model.Sell(RandomSeats(random, 4), random.Next(3)); break;
            case 9: model.Unsell(RandomSeats(random, 2), random.Next(3)); break;
            case 10: model.Block(RandomSeats(random, random.Next(2) == 0 ? 3 : 14)); break;
            case 11: model.Unblock(RandomSeats(random, 2)); break;
            case 14: model.BlockPlaces(random.Next(8)); break;
            case 15: model.UnblockPlaces(random.Next(4)); break;
            case 12: model.Expire(nowMs += random.Next(3), random.Next(1, 4)); break;
            default: model.Reload(); break;
        }
    }

    private static HoldRequest RandomRequest(Random random, long nowMs) =>
        Request(RandomSeats(random, 10), nowMs + random.Next(5), (ulong)random.Next(3)) with
        {
            Area = (byte)(random.Next(20) == 0 ? 1 : 0),
            Places = (byte)(random.Next(3) == 0 ? random.Next(12) : 0),
            Kind = (HoldKind)random.Next(2),
            AmountCents = random.Next(-1, 100_000),
        };

    // Mostly within one corner, so that they meet; now and then one that does not exist.
    private static ushort[] RandomSeats(Random random, int most)
    {
        var seats = new ushort[random.Next(most + 1)];
        for (int i = 0; i < seats.Length; i++) seats[i] = (ushort)(random.Next(40) == 0 ? 71 : random.Next(70));
        return random.Next(4) == 0 ? seats : [.. seats.Distinct()];
    }

    private static HoldRequest Request(ushort[] seats, long expiryMs, ulong owner) =>
        new() { Owner = owner, ExpiryMs = expiryMs, Seats = new SeatList(seats) };

    private static bool Advance(int[] sequence, int operationCount)
    {
        for (int i = 0; i < sequence.Length; i++)
        {
            if (++sequence[i] < operationCount) return true;
            sequence[i] = 0;
        }

        return false;
    }
}
