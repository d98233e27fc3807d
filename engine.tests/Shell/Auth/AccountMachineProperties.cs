using Catalog.Engine.Tests.House;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;

namespace Catalog.Engine.Tests.Shell.Auth;

/// <summary>
/// Random runs: facts alone, and a snapshot, give the state that lived; a model says who may refresh.
/// </summary>
public sealed class AccountMachineProperties
{
    private const int Runs = 40;
    private const int Steps = 150;

    [Fact]
    public void Replay_and_reload_give_the_state_that_lived() => Seeds.Run(() =>
    {
        for (int run = 0; run < Runs; run++)
        {
            Random random = Seeds.Random(run);
            var world = new AccountWorld();
            for (int step = 0; step < Steps; step++) Step(world, random);
            byte[] lived = world.Save();
            Assert.Equal(lived, world.SaveReplayed());
            Assert.Equal(lived, world.SaveReloaded());
        }
    });

    [Fact]
    public void Only_the_newest_token_of_a_living_session_trades_and_the_one_before_for_a_while() => Seeds.Run(() =>
    {
        for (int run = 0; run < Runs; run++)
        {
            Random random = Seeds.Random(1_000 + run);
            var world = new AccountWorld();
            world.Register("a@b.co", 1);
            ulong good = 1;
            long tradedMs = long.MinValue / 2;
            bool isAlive = true;
            for (int step = 0; step < 30; step++)
            {
                world.NowMs += random.Next(1, (int)AccountMachine.RepeatMs);
                ulong presented = good - Math.Min(good - 1, (ulong)(random.Next(8) / 5 * random.Next(3)));
                // As the chain of tokens has it: each has one successor.
                AccountOutcome outcome = world.Rotate(1, presented, presented + 1).Outcome;
                bool trades = isAlive && presented == good;
                bool repeats = isAlive && presented == good - 1 && world.NowMs - tradedMs < AccountMachine.RepeatMs;
                Assert.Equal(trades || repeats, outcome == AccountOutcome.Done);
                Assert.Equal(trades || (isAlive && !repeats), world.LastFacts > 0);
                if (trades) (good, tradedMs) = (good + 1, world.NowMs);
                isAlive = trades || repeats;
            }
        }
    });

    private static void Step(AccountWorld world, Random random)
    {
        world.NowMs += random.Next(1, (int)AccountWorld.DayMs);
        ulong user = (ulong)random.Next(1, 6);
        ulong family = (ulong)random.Next(1, 60);
        int epoch = random.Next(0, 3);
        switch (random.Next(9))
        {
            case 0: world.Register($"u{user}@b.co", Unused(world, family)); break;
            case 1: world.Rotate(family, (ulong)random.Next(1, 60), family); break;
            case 2: world.Rotate(family, family, family); break;
            case 3: world.Do(new CloseSession(world.NowMs, new FamilyId(family, 1))); break;
            case 4: world.Do(new SignOutEverywhere(world.NowMs, user)); break;
            case 5: world.Do(new ChangePassword(world.NowMs, user, epoch, $"h{family}")); break;
            case 6: world.Do(new RehashPassword(world.NowMs, user, epoch, $"r{family}")); break;
            case 7: world.Do(new ChangeRole(world.NowMs, user, (AccountRole)random.Next(2))); break;
            default: OpenBriefly(world, user, epoch); break;
        }
    }

    private static void OpenBriefly(AccountWorld world, ulong user, int epoch) => world.Open(
        user, epoch, 2_000_000_000_000 + (ulong)world.NowMs, world.NowMs + (5 * AccountWorld.DayMs));

    private static ulong Unused(AccountWorld world, ulong family) =>
        world.State.TryFind(new FamilyId(family, 1), out _) ? 1_000_000_000_000 + (ulong)world.NowMs : family;
}
