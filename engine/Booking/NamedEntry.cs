using Catalog.Engine.Models.Text;

namespace Catalog.Engine.Booking;

/// <summary>A record in a <see cref="NamedTable{TRecord}"/>; <c>default</c> is a free slot.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <param name="Id">Its id.</param>
/// <param name="FoldedName">Its name as <see cref="TextFolding"/> folds it.</param>
/// <param name="Record">The record.</param>
internal readonly record struct NamedEntry<TRecord>(ulong Id, string FoldedName, TRecord Record)
    where TRecord : class;
