// @complete: require-foreign-key-index
import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, OneToMany, OneToOne, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { User } from './user.entity';

@Entity('tickets')
@Index(['queue', 'createdAt'])
@Index('tickets_by_status', ['status', 'team'])
@Unique(['parent', 'position'])
export class Ticket {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column()
  status: string;

  @Column()
  position: number;

  @CreateDateColumn()
  createdAt: Date;

  // bad: require-foreign-key-index
  // fix: require-foreign-key-index
  @ManyToOne(() => User, (user) => user.tickets, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'author_id' })
  author: User;

  // ok: require-foreign-key-index
  @Index()
  @ManyToOne(() => User)
  assignee: User;

  // ok: require-foreign-key-index
  @ManyToOne(() => User)
  queue: User;

  // bad: require-foreign-key-index
  @ManyToOne(() => User)
  team: User;

  // ok: require-foreign-key-index
  @ManyToOne(() => Ticket)
  parent: Ticket;

  @Column({ name: 'reviewer_id' })
  @Index()
  reviewerId: string;

  // ok: require-foreign-key-index
  @ManyToOne(() => User)
  @JoinColumn({ name: 'reviewer_id' })
  reviewer: User;

  // ok: require-foreign-key-index
  @OneToOne(() => User)
  @JoinColumn()
  owner: User;

  // ok-cross: require-foreign-key-index
  @ManyToOne(() => User)
  @JoinColumn({ name: 'closed_by' })
  closedBy: User;

  @OneToMany(() => Watch, (watch) => watch.ticket)
  watches: Watch[];
}

@Entity()
export class Watch {
  @PrimaryColumn()
  ticketId: string;

  @PrimaryColumn()
  userId: string;

  // ok: require-foreign-key-index
  @ManyToOne(() => Ticket, (ticket) => ticket.watches)
  @JoinColumn({ name: 'ticketId' })
  ticket: Ticket;

  // bad: require-foreign-key-index
  @ManyToOne(() => User)
  @JoinColumn({ name: 'userId' })
  user: User;
}
