using HotGigs.Domain.Candidates;
using HotGigs.Domain.Emails;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.GoogleDrive.Storage;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// The model, the same for both providers. Each provider has a context of its own, because each has its own
/// migrations.
/// </summary>
internal abstract class HotGigsDbContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<User> Users => Set<User>();

    public DbSet<NotificationFeed> NotificationFeeds => Set<NotificationFeed>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<WithheldNotification> WithheldNotifications => Set<WithheldNotification>();

    public DbSet<NotificationPreferences> NotificationPreferences => Set<NotificationPreferences>();

    public DbSet<EmailDelivery> EmailDeliveries => Set<EmailDelivery>();

    public DbSet<ReceivedEvent> ReceivedEvents => Set<ReceivedEvent>();

    public DbSet<Resume> Resumes => Set<Resume>();

    public DbSet<ResumeBatch> ResumeBatches => Set<ResumeBatch>();

    public DbSet<ResumeBatchFile> ResumeBatchFiles => Set<ResumeBatchFile>();

    public DbSet<Candidate> Candidates => Set<Candidate>();

    public DbSet<CandidateShare> CandidateShares => Set<CandidateShare>();

    public DbSet<CandidateView> CandidateViews => Set<CandidateView>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Match> Matches => Set<Match>();

    public DbSet<MatchingRun> MatchingRuns => Set<MatchingRun>();

    public DbSet<GoogleDriveSync> GoogleDriveSyncs => Set<GoogleDriveSync>();

    public DbSet<GoogleDriveFile> GoogleDriveFiles => Set<GoogleDriveFile>();

    public DbSet<StoredConnection> GoogleDriveConnections => Set<StoredConnection>();

    public DbSet<StoredConsent> GoogleDriveConsents => Set<StoredConsent>();

    /// <summary>What signs and encrypts for all servers alike.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HotGigsDbContext).Assembly);
}
