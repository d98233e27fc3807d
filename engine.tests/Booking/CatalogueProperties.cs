using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>What holds for every fact and every run of commands.</summary>
public sealed class CatalogueProperties
{
    private const int Cases = 300;

    [Fact]
    public void Facts_come_back_from_the_wire_as_they_were() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(1);
        for (int i = 0; i < Cases; i++)
        {
            RoundTrip(new TheaterSaved(AnyTheater(random)));
            RoundTrip(new MovieSaved(AnyMovie(random)));
            RoundTrip(new ShowtimeSaved(AnyShowtime(random)));
            RoundTrip(new TheaterRemoved((ulong)random.NextInt64()));
            RoundTrip(new MovieRemoved((ulong)random.NextInt64() * 2));
            RoundTrip(new ShowtimeCancelled((ulong)random.NextInt64(), random.Next()));
        }
    });

    [Fact]
    public void Results_come_back_from_the_wire_as_they_were()
    {
        foreach (CatalogueCode code in Enum.GetValues<CatalogueCode>())
        {
            var result = new CatalogueResult(code, ulong.MaxValue - (ulong)code, (int)code);
            var buffer = new ByteBuffer();
            var writer = new MessagePackWriter(buffer);
            result.Write(ref writer);
            var reader = new MessagePackReader(buffer.WrittenSpan);
            Assert.Equal(result, CatalogueResult.Read(ref reader));
        }
    }

    [Fact]
    public void Cut_facts_are_refused_and_nothing_else_is_thrown() => Seeds.Run(() =>
    {
        Random random = Seeds.Random(2);
        for (int i = 0; i < 20; i++)
        {
            CutAnywhere(new TheaterSaved(AnyTheater(random)));
            CutAnywhere(new MovieSaved(AnyMovie(random)));
            CutAnywhere(new ShowtimeSaved(AnyShowtime(random)));
        }
    });

    [Fact]
    public void Random_runs_keep_the_invariants_and_replay_and_snapshots_agree() => Seeds.Run(() =>
    {
        for (int run = 0; run < 20; run++)
        {
            Random random = Seeds.Random(100 + run);
            CatalogueWorld world = new(new CatalogueCapacity { Theaters = 4, Movies = 4, Showtimes = 12 });
            int done = 0;
            for (int step = 0; step < 150; step++)
            {
                ulong before = world.State.StateHash();
                CatalogueResult result = Step(world, random);
                world.State.CheckInvariants();
                if (result.IsDone) done++;
                else Assert.Equal(before, world.State.StateHash());
                world.NowMs += random.Next(20) * CatalogueWorld.Minute;
            }

            Assert.True(done > 15, $"{done} commands done");
            Assert.Equal(world.State.StateHash(), world.Replayed().StateHash());
            CatalogueState loaded = world.SavedAndLoaded();
            loaded.CheckInvariants();
            Assert.Equal(world.State.StateHash(), loaded.StateHash());
        }
    });

    private static CatalogueResult Step(CatalogueWorld world, Random random)
    {
        ulong id = (ulong)random.Next(1, 6);
        ulong show = (ulong)random.Next(1, 16);
        bool isWrong = random.Next(4) == 0;
        int theater = world.State.TryFindTheater(id, out Theater? hall) && !isWrong ? hall.Revision : 0;
        int movie = world.State.TryFindMovie(id, out Movie? film) && !isWrong ? film.Revision : 0;
        int showtime = world.State.TryFindShowtime(show, out Showtime? former) && !isWrong ? former.Revision : 0;
        switch (random.Next(9))
        {
            case 0:
                SeatPlan plan = random.Next(3) == 0 ? SeatPlan.Rectangle(2, 3) : CatalogueWorld.Plan;
                return world.Save(CatalogueWorld.Theater(id) with { Plan = plan }, theater);
            case 1:
                return world.Save(CatalogueWorld.Movie(id) with { DurationMinutes = random.Next(1, 3) * 60 }, movie);
            case 2:
                return world.Send(new RemoveTheater(world.NowMs, id, theater));
            case 3:
                return world.Send(new RemoveMovie(world.NowMs, id, movie));
            case 4:
                return world.Cancel(show, showtime);
            case 5:
                return world.Import(new CatalogueBatch
                {
                    Theaters = random.Next(2) == 0 ? [CatalogueWorld.Theater(id)] : [],
                    Showtimes = [AnyShow(world, random, show), AnyShow(world, random, show + 1)],
                });
            default:
                return world.Save(AnyShow(world, random, show), showtime);
        }
    }

    private static Showtime AnyShow(CatalogueWorld world, Random random, ulong id) => new()
    {
        Id = id,
        MovieId = (ulong)random.Next(1, 6),
        TheaterId = (ulong)random.Next(1, 6),
        StartsAtMs = world.NowMs + (random.Next(-2, 40) * CatalogueWorld.Hour / 2),
        Prices = new ZonePrices(random.Next(2000)),
    };

    private static void RoundTrip<TEvent>(TEvent fact)
        where TEvent : struct, IEvent<TEvent>
    {
        ByteBuffer buffer = Encode(fact);
        var reader = new MessagePackReader(buffer.WrittenSpan);
        Assert.Equal(fact, TEvent.Read(ref reader, TEvent.Version));
        Assert.True(reader.End);
    }

    private static void CutAnywhere<TEvent>(TEvent fact)
        where TEvent : struct, IEvent<TEvent>
    {
        byte[] bytes = Encode(fact).WrittenSpan.ToArray();
        for (int length = 0; length < bytes.Length; length += 1 + (length / 16))
        {
            byte[] cut = bytes[..length];
            Assert.Throws<MessagePackFormatException>(() =>
            {
                var reader = new MessagePackReader(cut);
                TEvent.Read(ref reader, TEvent.Version);
            });
        }
    }

    private static ByteBuffer Encode<TEvent>(TEvent fact)
        where TEvent : struct, IEvent<TEvent>
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        fact.Write(ref writer);
        writer.Flush();
        return buffer;
    }

    private static Theater AnyTheater(Random random) => new()
    {
        Id = (ulong)random.NextInt64(),
        Name = AnyText(random, 30),
        City = AnyText(random, 30),
        Address = AnyText(random, 300),
        Latitude = (random.NextDouble() * 180) - 90,
        Longitude = (random.NextDouble() * 360) - 180,
        Plan = random.Next(3) switch
        {
            0 => SeatPlan.Cinema(random.Next(3, 9), random.Next(2, 5), random.Next(1, 9)),
            1 => SeatPlan.Concert(random.Next(1, 900), random.Next(1, 5), random.Next(2, 20)),
            _ => CatalogueWorld.Plan,
        },
        Revision = random.Next(),
    };

    private static Movie AnyMovie(Random random) => new()
    {
        Id = (ulong)random.NextInt64(),
        Title = AnyText(random, 200),
        Description = AnyText(random, 4000),
        DurationMinutes = random.Next(1, 1441),
        Genre = AnyText(random, 64),
        Rating = AnyText(random, 16),
        PosterUrl = AnyText(random, 2048),
        ReleasedOn = DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1)),
        Revision = random.Next(),
    };

    private static Showtime AnyShowtime(Random random)
    {
        int[] cents = new int[random.Next(SeatPlan.MaxZones + 1)];
        for (int i = 0; i < cents.Length; i++) cents[i] = random.Next(100_001);
        return new Showtime
        {
            Id = (ulong)random.NextInt64(),
            MovieId = (ulong)random.NextInt64(),
            TheaterId = (ulong)random.NextInt64(),
            StartsAtMs = random.NextInt64(),
            EndsAtMs = random.NextInt64(),
            Prices = new ZonePrices(cents),
            HoldMs = random.Next(),
            HasWaitingRoom = random.Next(2) == 0,
            OnSaleAtMs = random.NextInt64(),
            Status = (ShowtimeStatus)random.Next(2),
            Revision = random.Next(),
        };
    }

    private static string AnyText(Random random, int maxLength)
    {
        string[] alphabet = ["a", "Z", " ", "é", "ß", "漢", "\u0301", "🎬", "\0"];
        int length = random.Next(maxLength / 2);
        return string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }
}
