namespace HotGigs.Client;

/// <summary>What opens one connection in the place of a token.</summary>
internal sealed record TicketAnswer(string Ticket);
