using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Wire;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;

namespace Catalog.Engine.Tests.Shell.Auth;

/// <summary>
/// The accounts' machine without an engine: commands in, answers out, and the facts kept for a replay.
/// </summary>
internal sealed class AccountWorld
{
    public const long DayMs = 24L * 60 * 60 * 1000;
    private readonly ByteBuffer _records = new();
    private readonly Decision _decision = new();
    private readonly AccountMachine _machine = new();

    public AccountsState State { get; private set; } = new();

    public long NowMs { get; set; } = 1_000;

    public int LastFacts => _decision.EmittedCount;

    public static NewSession Session(ulong family, ulong token, long expiresMs = 30 * DayMs) =>
        new(new FamilyId(family, 1), new Digest(token, 2, 3, 4), expiresMs);

    public AccountAnswer Do<TCommand>(TCommand command)
        where TCommand : struct, ICommand<AccountAnswer>
    {
        _decision.Begin(_records, new PartitionKey(250, 0), NowMs);
        var decider = (IDecider<AccountsState, TCommand, AccountAnswer>)(object)_machine;
        AccountAnswer answer = decider.Decide(State, command, _decision);
        State.CheckInvariants();
        return answer;
    }

    public AccountAnswer Register(string email, ulong family) => Do(new RegisterAccount(
        NowMs, new NewAccount(email, "N", "hash of " + email, AccountRole.Customer), Session(family, family)));

    public AccountAnswer Open(ulong userId, int epoch, ulong family, long expiresMs = 30 * DayMs) =>
        Do(new OpenSession(NowMs, userId, epoch, Session(family, family, expiresMs)));

    public AccountAnswer Rotate(ulong family, ulong presented, ulong next) =>
        Do(new RotateSession(NowMs, new Digest(presented, 2, 3, 4), Session(family, next)));

    public CredentialsAnswer Find(string email) => _machine.Decide(State, new FindCredentials(NowMs, email), _decision);

    public EpochsAnswer Epochs(ulong after) => _machine.Decide(State, new ListEpochs(NowMs, after), _decision);

    public byte[] Save() => Save(State);

    /// <summary>The state that the facts alone give.</summary>
    public byte[] SaveReplayed()
    {
        AccountsState state = _machine.Create(0);
        Span<byte> rest = _records.WrittenSpan;
        while (!rest.IsEmpty)
        {
            int length = (int)RecordHeader.ReadLength(rest);
            var payload = new MessagePackReader(rest[RecordHeader.SizeBytes..length]);
            _machine.Replay(state, RecordHeader.ReadEvent(rest[..length]), ref payload);
            Assert.True(payload.End);
            rest = rest[length..];
        }

        state.CheckInvariants();
        return Save(state);
    }

    /// <summary>The state as it comes back from a snapshot; goes on with it.</summary>
    public byte[] SaveReloaded()
    {
        Load(Save());
        return Save();
    }

    /// <summary>Goes on with the state of a snapshot.</summary>
    public void Load(ReadOnlySpan<byte> snapshot)
    {
        var reader = new MessagePackReader(snapshot);
        State = _machine.Load(0, ref reader);
        Assert.True(reader.End);
        State.CheckInvariants();
    }

    private byte[] Save(AccountsState state)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        _machine.Save(state, ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
