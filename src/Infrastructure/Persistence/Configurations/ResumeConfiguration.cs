using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class ResumeConfiguration : IEntityTypeConfiguration<Resume>
{
    public void Configure(EntityTypeBuilder<Resume> builder)
    {
        builder.HasKey(resume => resume.Id);
        builder.Property(resume => resume.Id).ValueGeneratedNever();
        builder.Property(resume => resume.UploadedBy).IsOpaque(User.MaxIdLength);
        builder.Property(resume => resume.CandidateOwnerId).IsOpaque(User.MaxIdLength);
        builder.Property(resume => resume.FileName).HasMaxLength(Resume.MaxFileNameLength);
        builder.Property(resume => resume.StorageKey).IsOpaque(100);
        builder.Property(resume => resume.Error).HasMaxLength(Resume.MaxErrorLength);
        builder.Property(resume => resume.ClaimedBy).IsOpaque(200);
        builder.Property<DateTimeOffset?>(ResumeStore.LeasedUntil);
        builder.Property(resume => resume.Version).IsConcurrencyToken();
        builder.Property(resume => resume.Profile).HasJsonConversion();
        builder.Ignore(resume => resume.Progress);
        builder.Ignore(resume => resume.PendingEvents);
        builder.HasOne<Candidate>().WithMany().HasForeignKey(resume => resume.CandidateId).OnDelete(DeleteBehavior.SetNull);

        builder.HasOne<ResumeBatch>().WithMany().HasForeignKey(resume => resume.BatchId).OnDelete(DeleteBehavior.NoAction);

        // The queue: what has not been announced, in its order; what failed lately; and what failed of a batch.
        builder.HasIndex(resume => resume.QueuedFor, "IX_Resumes_Queue").HasFilter("[AnnouncedAt] IS NULL");
        builder.HasIndex(resume => new { resume.Status, resume.ProcessingCompletedAt }, "IX_Resumes_Failed").HasFilter("[Status] = 4");
        builder.HasIndex(resume => new { resume.BatchId, resume.Status, resume.QueuedFor }).HasFilter("[BatchId] IS NOT NULL");
        // What a user uploaded singly and is no candidate. 3 is ResumeStatus.Completed.
        builder.HasIndex(resume => new { resume.UploadedBy, resume.UploadedAt, resume.Id }, "IX_Resumes_Unfinished")
            .HasFilter("[BatchId] IS NULL AND [Status] <> 3");
        // A resume that another program works on has no document here.
        builder.HasIndex(resume => resume.StorageKey).IsUnique().HasFilter("[StorageKey] <> ''");
        builder.HasIndex(resume => new { resume.UploadedBy, resume.UploadedAt });
    }
}
