using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Projections;

/// <summary>
/// A read model in memory: exactly what the facts so far say, each applied once, in order. A
/// <see cref="ProjectionPump"/> feeds it and saves it together with the position it stands at.
/// </summary>
/// <remarks>
/// <see cref="Apply"/>, <see cref="Load"/> and <see cref="Reset"/> are called with nobody reading; <see cref="Save"/>
/// beside readers, so it changes nothing. None of them may wait for anything.
/// </remarks>
public interface IProjection
{
    /// <summary>The name its snapshot is kept under, never reused.</summary>
    string Name { get; }

    /// <summary>
    /// The version of its logic and encoding: when it changes, the model is built anew from all facts.
    /// </summary>
    int Version { get; }

    /// <summary>
    /// Whether it is of use without the facts it can no longer get: a model that is new, or whose version changed, then
    /// begins with what the journal still has instead of keeping the pump from starting, and
    /// <see cref="ProjectionView{TProjection}.Origin"/> says from where on it knows.
    /// </summary>
    bool MayBeginLate => false;

    /// <summary>Whether a fact matters to it. Called for every fact there is: quick, without side effects.</summary>
    bool Wants(in EventHeader header);

    /// <summary>Takes a fact into the model. Cannot refuse: a fact has happened.</summary>
    /// <param name="header">The fact's header.</param>
    /// <param name="payload">Its encoded payload, valid during the call.</param>
    void Apply(in EventHeader header, ReadOnlySpan<byte> payload);

    /// <summary>Encodes the whole model.</summary>
    void Save(ref MessagePackWriter writer);

    /// <summary>Replaces the model by what <see cref="Save"/> wrote under the same <see cref="Version"/>.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not such a model.</exception>
    void Load(ref MessagePackReader reader);

    /// <summary>Makes the model that of no facts.</summary>
    void Reset();

    /// <summary>
    /// Says that the model, reset before, will get no fact that lies before its origin. Called at most once a start,
    /// when all models of the pump are loaded and before any fact is applied: what it missed it may read from another
    /// model that was added before it.
    /// </summary>
    /// <param name="origin">From where on it gets facts.</param>
    void BeginLate(ProjectionOrigin origin)
    {
    }
}
