using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;

namespace Catalog.Engine.Tests.Shell.Auth;

/// <summary>How account commands are decided.</summary>
public sealed class AccountMachineTests
{
    private readonly AccountWorld _world = new();

    [Fact]
    public void Ids_count_from_one_and_an_address_is_taken_once()
    {
        Assert.Equal(1UL, _world.Register("a@b.co", 1).Profile.UserId);
        Assert.Equal(2UL, _world.Register("c@d.co", 2).Profile.UserId);
        Assert.Equal(AccountOutcome.EmailTaken, _world.Register("a@b.co", 3).Outcome);
        Assert.Equal(0, _world.LastFacts);
        Assert.Equal("hash of c@d.co", _world.Find("c@d.co").PasswordHash);
        Assert.Equal(AccountOutcome.Unknown, _world.Find("e@f.co").Outcome);
    }

    [Fact]
    public void A_token_used_twice_ends_its_family()
    {
        _world.Register("a@b.co", 7);
        Assert.Equal(AccountOutcome.Done, _world.Rotate(7, presented: 7, next: 8).Outcome);
        Assert.Equal(AccountOutcome.SessionReused, _world.Rotate(7, presented: 7, next: 9).Outcome);
        Assert.Equal(AccountOutcome.SessionUnknown, _world.Rotate(7, presented: 8, next: 9).Outcome);
        Assert.Equal(0, _world.State.SessionCount);
    }

    [Fact]
    public void A_trade_may_be_asked_for_again_for_ten_seconds_and_comes_to_the_same()
    {
        _world.Register("a@b.co", 7);
        _world.Rotate(7, presented: 7, next: 8);
        _world.NowMs += AccountMachine.RepeatMs - 1;
        Assert.Equal(AccountOutcome.Done, _world.Rotate(7, presented: 7, next: 8).Outcome);
        Assert.Equal(0, _world.LastFacts);
        _world.NowMs++;
        Assert.Equal(AccountOutcome.SessionReused, _world.Rotate(7, presented: 7, next: 8).Outcome);
        Assert.Equal(0, _world.State.SessionCount);
    }

    [Fact]
    public void A_trade_is_not_repeated_once_its_token_was_traded_itself()
    {
        _world.Register("a@b.co", 7);
        _world.Rotate(7, presented: 7, next: 8);
        _world.Rotate(7, presented: 8, next: 9);
        Assert.Equal(AccountOutcome.SessionReused, _world.Rotate(7, presented: 7, next: 8).Outcome);
        Assert.Equal(0, _world.State.SessionCount);
    }

    [Fact]
    public void The_digests_of_a_first_token_and_of_nothing_repeat_no_trade()
    {
        _world.Register("a@b.co", 7);
        AccountAnswer none = _world.Do(new RotateSession(_world.NowMs, default, AccountWorld.Session(7, 7)));
        Assert.Equal(AccountOutcome.SessionReused, none.Outcome);
    }

    [Fact]
    public void A_snapshot_of_the_first_version_is_read()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(1);
        new AccountProfile(1, "a@b.co", "N", AccountRole.Customer, 0).Write(ref writer);
        writer.Write("hash");
        writer.WriteArrayHeader(1);
        new FamilyId(7, 1).Write(ref writer);
        new Digest(7, 2, 3, 4).Write(ref writer);
        writer.Write(30 * AccountWorld.DayMs);
        writer.Flush();
        _world.Load(buffer.WrittenSpan);
        Assert.Equal("hash", _world.Find("a@b.co").PasswordHash);
        Assert.Equal(AccountOutcome.Done, _world.Rotate(7, presented: 7, next: 8).Outcome);
    }

    [Fact]
    public void A_token_is_good_until_just_before_it_expires()
    {
        _world.Register("a@b.co", 7);
        _world.NowMs = (30 * AccountWorld.DayMs) - 1;
        Assert.Equal(AccountOutcome.Done, _world.Rotate(7, 7, 8).Outcome);
        _world.NowMs++;
        Assert.Equal(AccountOutcome.SessionUnknown, _world.Rotate(7, 8, 9).Outcome);
    }

    [Fact]
    public void A_session_is_not_opened_for_an_epoch_that_is_over()
    {
        _world.Register("a@b.co", 1);
        Assert.Equal(1, _world.Do(new SignOutEverywhere(_world.NowMs, 1)).Profile.Epoch);
        Assert.Equal(AccountOutcome.Outdated, _world.Open(1, epoch: 0, family: 2).Outcome);
        Assert.Equal(AccountOutcome.Done, _world.Open(1, epoch: 1, family: 2).Outcome);
        Assert.Equal(AccountOutcome.Outdated, _world.Do(new ChangePassword(_world.NowMs, 1, 0, "h")).Outcome);
        Assert.Equal(AccountOutcome.Unknown, _world.Open(2, 0, 3).Outcome);
    }

    [Fact]
    public void The_oldest_session_goes_when_there_would_be_too_many()
    {
        _world.Register("a@b.co", 1);
        for (ulong f = 2; f <= AccountsState.MaxSessions; f++) _world.Open(1, 0, f);
        Assert.Equal(AccountsState.MaxSessions, _world.State.SessionCount);
        _world.Open(1, 0, 100);
        Assert.Equal(AccountsState.MaxSessions, _world.State.SessionCount);
        Assert.Equal(AccountOutcome.SessionUnknown, _world.Rotate(1, 1, 50).Outcome);
        Assert.Equal(AccountOutcome.Done, _world.Rotate(2, 2, 51).Outcome);
    }

    [Fact]
    public void Expired_sessions_go_first()
    {
        _world.Register("a@b.co", 1);
        for (ulong f = 2; f <= AccountsState.MaxSessions; f++) _world.Open(1, 0, f, expiresMs: 5_000);
        _world.NowMs = 5_000;
        _world.Open(1, 0, 100);
        Assert.Equal(2, _world.State.SessionCount);
        Assert.Equal(AccountOutcome.Done, _world.Rotate(1, 1, 50).Outcome);
    }

    [Fact]
    public void A_role_that_stays_the_same_ends_nothing()
    {
        _world.Register("a@b.co", 1);
        AccountAnswer same = _world.Do(new ChangeRole(_world.NowMs, 1, AccountRole.Customer));
        Assert.Equal((AccountOutcome.Done, 0, 1), (same.Outcome, same.Profile.Epoch, _world.State.SessionCount));
        AccountAnswer admin = _world.Do(new ChangeRole(_world.NowMs, 1, AccountRole.Admin));
        Assert.Equal((AccountRole.Admin, 1, 0), (admin.Profile.Role, admin.Profile.Epoch, _world.State.SessionCount));
    }

    [Fact]
    public void Epochs_are_listed_for_those_who_have_one()
    {
        for (ulong i = 1; i <= 5; i++) _world.Register($"a{i}@b.co", i);
        _world.Do(new SignOutEverywhere(_world.NowMs, 2));
        _world.Do(new SignOutEverywhere(_world.NowMs, 2));
        EpochsAnswer all = _world.Epochs(0);
        Assert.Equal([(2UL, 2), (5UL, 0)], all.Epochs);
        Assert.False(all.HasMore);
        Assert.Empty(_world.Epochs(5).Epochs);
    }
}
