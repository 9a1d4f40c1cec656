using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Observability;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace HotGigs.WebApi.Notifications;

/// <summary>The user's own notifications, by REST.</summary>
internal static class NotificationEndpoints
{
    private static readonly string[] PostOrPut = ["POST", "PUT"];

    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/notifications").WithTags("Notifications");
        group.MapGet("", ListAsync).WithSummary("One page, newest first").Produces<NotificationList>();
        group.MapGet("/unread-count", CountAsync).WithSummary("How many are unread and unseen").Produces<UnreadCount>();
        group.MapGet("/sync", SyncAsync).WithSummary("What changed after a position").Produces<SyncResult>();
        group.MapReceipts();
        group.MapMethods("/{id:guid}/read", PostOrPut, ChangeOne((user, id) => new MarkNotificationRead(user, id)))
            .WithSummary("Mark one read").Produces<NotificationAnswer>();
        group.MapPost("/{id:guid}/unread", ChangeOne((user, id) => new MarkNotificationUnread(user, id)))
            .WithSummary("Mark one unread").Produces<NotificationAnswer>();
        group.MapMethods("/{id:guid}/archive", PostOrPut, ChangeOne((user, id) => new ArchiveNotification(user, id)))
            .WithSummary("Archive one").Produces<NotificationAnswer>();
        group.MapPost("/{id:guid}/unarchive", ChangeOne((user, id) => new UnarchiveNotification(user, id)))
            .WithSummary("Bring one back from the archive").Produces<NotificationAnswer>();
        group.MapPost("/{id:guid}/restore", ChangeOne((user, id) => new RestoreNotification(user, id)))
            .WithSummary("Undo the deletion of one").Produces<NotificationAnswer>();
        group.MapPost("/bulk", ChangeManyAsync).WithSummary("Change many at once").Produces<FeedAnswer>();
        group.MapPost("/seen", MarkSeenAsync).WithSummary("Mark all seen, up to a watermark").Produces<FeedAnswer>();
        group.MapPost("/read-all", MarkAllReadAsync).WithSummary("Mark all read, up to a watermark").Produces<MarkAllAnswer>();
        group.MapPut("/mark-all-read", MarkAllReadAsync).WithSummary("The former name of read-all").Produces<MarkAllAnswer>();
        group.MapDelete("/{id:guid}", DeleteAsync).WithSummary("Delete one").Produces<FeedAnswer>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator)
    {
        var user = http.Current();
        if (http.Request.GetTypedHeaders().IfNoneMatch is { Count: > 0 } known)
        {
            var head = await mediator.Send(new GetFeedHead(user.Id), http.RequestAborted);
            if (known.Any(tag => tag.Compare(EntityTag(head.Epoch, head.Seq), useStrongComparison: false)))
            {
                Tag(http.Response, head.Epoch, head.Seq);
                return Results.StatusCode(StatusCodes.Status304NotModified);
            }
        }

        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListNotifications(
                user,
                query.Flag("unread_only"),
                NotificationTypes.Parse(query.Text("type")),
                query.Flag("archived"),
                query.Number("limit", ListNotifications.DefaultLimit),
                query.Text("cursor")),
            http.RequestAborted);
        Tag(http.Response, list.Epoch, list.Seq);
        return Results.Json(list, WireJson.Options);
    }

    private static async Task<IResult> CountAsync(HttpContext http, IMediator mediator)
    {
        var head = await mediator.Send(new GetFeedHead(http.Current().Id), http.RequestAborted);
        return Results.Json(new UnreadCount(head.UnreadCount, head.UnseenCount), WireJson.Options);
    }

    private static async Task<IResult> SyncAsync(HttpContext http, IMediator mediator, RealtimeMetrics metrics)
    {
        var query = http.Request.Query;
        var result = await mediator.Send(
            new SyncNotifications(http.Current(), query.LongNumber("since"), query.Text("epoch") ?? ""), http.RequestAborted);
        metrics.Synced(result);
        return Results.Json(result, WireJson.Options);
    }

    private static Delegate ChangeOne(Func<UserIdentity, Guid, IRequest<NotificationChange>> request) =>
        async (Guid id, HttpContext http, IMediator mediator) =>
        {
            var change = await mediator.Send(request(http.Current(), id), http.RequestAborted);
            return Results.Json(NotificationAnswer.Of(change), WireJson.Options);
        };

    private static async Task<IResult> ChangeManyAsync(HttpContext http, IMediator mediator)
    {
        var body = await JsonBody.ReadAsync<BulkBody>(http.Request);
        var feed = await mediator.Send(
            new ChangeNotifications(http.Current(), BulkActions.Parse(body.Action), body.Ids ?? []), http.RequestAborted);
        return Results.Json(FeedAnswer.Of(feed), WireJson.Options);
    }

    private static async Task<IResult> MarkSeenAsync(HttpContext http, IMediator mediator)
    {
        var body = await JsonBody.ReadOptionalAsync<SeenBody>(http.Request);
        var feed = await mediator.Send(new MarkNotificationsSeen(http.Current(), body?.UpToSeq), http.RequestAborted);
        return Results.Json(FeedAnswer.Of(feed), WireJson.Options);
    }

    private static async Task<IResult> MarkAllReadAsync(HttpContext http, IMediator mediator)
    {
        var body = await JsonBody.ReadOptionalAsync<MarkAllBody>(http.Request);
        var result = await mediator.Send(
            new MarkAllNotificationsRead(http.Current(), body?.UpToSeq, NotificationTypes.Parse(body?.Type)), http.RequestAborted);
        return Results.Json(MarkAllAnswer.Of(result), WireJson.Options);
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext http, IMediator mediator)
    {
        var feed = await mediator.Send(new DeleteNotification(http.Current(), id), http.RequestAborted);
        return Results.Json(FeedAnswer.Of(feed), WireJson.Options);
    }

    private static void Tag(HttpResponse response, string epoch, long seq)
    {
        response.Headers.ETag = EntityTag(epoch, seq).ToString();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Authorization";
    }

    // The whole list depends on the feed alone, and every change of the feed takes a number.
    private static EntityTagHeaderValue EntityTag(string epoch, long seq) => new($"\"{epoch}.{seq}\"");

    private sealed record SeenBody(long? UpToSeq);

    private sealed record BulkBody(string? Action, IReadOnlyList<Guid>? Ids);

    private sealed record MarkAllBody(long? UpToSeq, string? Type);

    private sealed record UnreadCount(int Count, int UnseenCount);

    /// <summary>Where the feed stands after a change: the same figures that the change's frame carries.</summary>
    private sealed record FeedAnswer(string Epoch, long Seq, int UnreadCount, int UnseenCount)
    {
        public static FeedAnswer Of(FeedSnapshot feed) => new(feed.Epoch, feed.Seq, feed.UnreadCount, feed.UnseenCount);
    }

    /// <summary>How many were marked as well: with none, <c>seq</c> is that of an earlier change, perhaps another device's.</summary>
    private sealed record MarkAllAnswer(int Changed, string Epoch, long Seq, int UnreadCount, int UnseenCount)
    {
        public static MarkAllAnswer Of(MarkAllResult result) => new(
            result.Marked, result.Feed.Epoch, result.Feed.Seq, result.Feed.UnreadCount, result.Feed.UnseenCount);
    }

    private sealed record NotificationAnswer(NotificationDto Notification, string Epoch, long Seq, int UnreadCount, int UnseenCount)
    {
        public static NotificationAnswer Of(NotificationChange change) => new(
            change.Notification, change.Feed.Epoch, change.Feed.Seq, change.Feed.UnreadCount, change.Feed.UnseenCount);
    }
}
