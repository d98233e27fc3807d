using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Events;

namespace Catalog.Engine.Tests.Shell.Auth;

public sealed class AccountEpochsTests
{
    [Fact]
    public void WhatAnotherNodeEndedIsVoidHereOnce()
    {
        var epochs = new SessionEpochs();
        var raised = new List<ulong>();
        epochs.Raised += raised.Add;
        var model = new AccountEpochs(epochs);
        Apply(model, new SignedOutEverywhere(7, 1));
        Apply(model, new RoleChanged(8, AccountRole.Admin, 3));
        epochs.Publish(9, 2);
        Apply(model, new SignedOutEverywhere(9, 2));
        Apply(model, new SignedOutEverywhere(8, 2));
        Assert.Equal((1, 3, 2), (epochs.Of(7), epochs.Of(8), epochs.Of(9)));
        Assert.Equal([7UL, 8UL, 9UL], raised);
    }

    [Fact]
    public void ItIsSavedAndLoadedAndForgetsNothing()
    {
        var epochs = new SessionEpochs();
        var model = new AccountEpochs(epochs);
        Apply(model, new SignedOutEverywhere(7, 4));
        model.Reset();
        Assert.Equal(4, epochs.Of(7));
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        model.Save(ref writer);
        writer.Flush();
        var loaded = new SessionEpochs();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        new AccountEpochs(loaded).Load(ref reader);
        Assert.True(reader.End);
        Assert.Equal(4, loaded.Of(7));
    }

    private static void Apply<TFact>(AccountEpochs model, TFact fact)
        where TFact : struct, IEvent<TFact>
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        fact.Write(ref writer);
        writer.Flush();
        var header = new EventHeader(
            0, new PartitionKey(AccountMachine.Id, AccountMachine.Partition), TFact.TypeId, TFact.Version, 0);
        Assert.True(model.Wants(in header));
        model.Apply(in header, buffer.WrittenSpan);
    }
}
